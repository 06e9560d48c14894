//! What may be wrong with the data beyond its types.

use crate::data::Catalog;
use crate::fluent::ENGLISH;
use crate::guides;

/// What is wrong with it beyond its types; nothing, for what is shipped and for every pack that
/// is taken up.
pub(crate) fn problems(data: &Catalog) -> Vec<String> {
    let mut problems = Vec::new();
    for (id, control) in &data.controls {
        for label in control.label.iter().chain(&control.row_label) {
            if !data.labels.contains_key(label) {
                problems.push(format!(
                    "control {id} names label {label}, which is not there"
                ));
            }
        }
    }
    problems.extend(exclusions(data));
    let headings = data.sign_in.page.iter().flat_map(|page| &page.headings);
    let titles = data.routes.title.iter().map(|title| &title.label);
    for label in headings.chain(titles) {
        if !data.labels.contains_key(label) {
            problems.push(format!(
                "a page is known by label {label}, which is not there"
            ));
        }
    }
    for (name, label) in &data.labels {
        problems.extend(
            label
                .problems()
                .into_iter()
                .map(|problem| format!("label {name}: {problem}")),
        );
    }
    for guide in &data.guides {
        problems.extend(
            guides::problems(guide, data)
                .into_iter()
                .map(|problem| format!("guide {}: {problem}", guide.id)),
        );
    }
    for profile in &data.profiles {
        problems.extend(
            profile
                .problems(data)
                .into_iter()
                .map(|problem| format!("profile {}: {problem}", profile.id)),
        );
    }
    let is_target = |id: &String| {
        data.guides
            .iter()
            .flat_map(|guide| &guide.step)
            .flat_map(|step| &step.at)
            .any(|target| target.id == *id)
    };
    for id in data.edition.off.iter().filter(|id| !is_target(id)) {
        problems.push(format!("{id} is switched off and is no target of a guide"));
    }
    match data.words.get(ENGLISH) {
        None => problems.push("there are no English words".to_owned()),
        Some(words) => problems.extend(words.problems()),
    }
    problems
}

/// Exclusions of the table of controls that rest on nothing.
fn exclusions(data: &Catalog) -> Vec<String> {
    let forms = data.controls.iter().flat_map(|(id, control)| {
        let all = std::iter::once(control).chain(&control.or);
        all.map(move |form| (id, form))
    });
    forms
        .flat_map(|(id, form)| form.outside.iter().map(move |role| (id, role)))
        .filter(|(_, role)| !data.placement.contains_key(*role))
        .map(|(id, role)| format!("control {id} is outside {role}, which placement.toml lacks"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;

    #[test]
    fn every_data_file_fits_its_type() {
        if let Err(error) = serde_json::from_str::<Catalog>(data::BUILT_IN) {
            panic!("a data file of shared/ does not fit: {error}");
        }
    }

    #[test]
    fn every_exclusion_of_the_table_rests_on_a_structure() {
        assert_eq!(exclusions(Catalog::built_in()), Vec::<String>::new());
    }

    #[test]
    fn what_is_shipped_has_no_problems() {
        let problems = problems(Catalog::built_in());
        assert!(problems.is_empty(), "{problems:#?}");
    }
}
