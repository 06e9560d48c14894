//! The middle of several readings, and how far they are from each other.

use crate::load::Reading;
use serde::Serialize;

/// Several readings of one thing: medians, and the least and the most.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    /// What was measured.
    pub(crate) name: String,
    /// The median of each figure.
    pub(crate) middle: Reading,
    /// The lowest and the highest rate.
    pub(crate) rates: [f64; 2],
    /// The rate beside that of the first of its table: the median of the ratios of each round.
    pub(crate) ratio: f64,
}

/// One row for each name, in the order given. `readings[r][n]` is round r of name n.
pub(crate) fn rows(names: &[&str], readings: &[Vec<Reading>]) -> Vec<Row> {
    let row = |(index, name): (usize, &&str)| {
        let mine: Vec<&Reading> = readings.iter().map(|round| &round[index]).collect();
        let rates: Vec<f64> = mine.iter().map(|reading| reading.rate).collect();
        let ratios = readings
            .iter()
            .map(|round| round[index].rate / round[0].rate);
        let whole =
            |of: fn(&Reading) -> u64| middle_of(mine.iter().map(|reading| of(reading)).collect());
        Row {
            name: (*name).to_owned(),
            middle: Reading {
                rate: median(rates.clone()),
                p50: whole(|reading| reading.p50),
                p99: whole(|reading| reading.p99),
                p999: whole(|reading| reading.p999),
                cpu: median(mine.iter().map(|reading| reading.cpu).collect()),
                memory: whole(|reading| reading.memory),
            },
            rates: [
                rates.iter().copied().fold(f64::INFINITY, f64::min),
                rates.iter().copied().fold(0.0, f64::max),
            ],
            ratio: median(ratios.collect()),
        }
    };
    names.iter().enumerate().map(row).collect()
}

/// The median of some figures; of an even number the upper one.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

fn middle_of(mut figures: Vec<u64>) -> u64 {
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// The figure that so many per mille are not above: nearest rank.
pub(crate) fn per_mille(sorted: &[f64], mille: usize) -> f64 {
    let rank = (sorted.len() * mille).div_ceil(1000).max(1) - 1;
    sorted.get(rank).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(rate: f64) -> Reading {
        Reading {
            rate,
            p50: 0,
            p99: 0,
            p999: 0,
            cpu: 0.0,
            memory: 0,
        }
    }

    #[test]
    fn a_ratio_is_taken_within_its_round() {
        // The machine was half as fast in the second and third round: the ratio does not move.
        let readings: Vec<Vec<Reading>> = [100.0, 50.0, 50.0]
            .map(|rate| vec![reading(rate), reading(rate / 2.0)])
            .to_vec();
        let rows = rows(&["one", "other"], &readings);
        assert!((rows[1].ratio - 0.5).abs() < 1e-9);
        assert!((rows[0].middle.rate - 50.0).abs() < 1e-9);
        assert!((rows[0].rates[1] - 100.0).abs() < 1e-9);
    }

    #[test]
    fn a_rank_is_a_figure_that_was_measured() {
        let figures: Vec<f64> = (1..=10).map(f64::from).collect();
        assert!((per_mille(&figures, 500) - 5.0).abs() < 1e-9);
        assert!((per_mille(&figures, 999) - 10.0).abs() < 1e-9);
        assert!(per_mille(&[], 500).is_nan());
    }
}
