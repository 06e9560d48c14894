//! A short soak on each database. `cargo xtask soak` runs longer ones.

use backend_tests::soak::{Base, Plan, run};
use std::time::Duration;

async fn soak(base: Base) {
    let plan = Plan {
        lasts: Duration::from_secs(20),
        base,
        clients: 4,
        seed: 7,
    };
    let figures = run(plan).await;
    assert_eq!(figures.violations, Vec::<String>::new());
    for left_out in &figures.left_out {
        println!("left out: {left_out}");
    }
    for what in ["create", "sign-in", "claim", "check", "report", "export"] {
        let count = figures.acknowledged.get(what).copied().unwrap_or_default();
        assert!(count > 0, "nobody could {what}: {figures:#?}");
    }
    assert!(figures.faults.values().sum::<u64>() >= 3, "{figures:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_on_sqlite_whatever_breaks() {
    soak(Base::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_on_postgres_whatever_breaks() {
    soak(Base::Postgres).await;
}
