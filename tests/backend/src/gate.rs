//! A door of TCP in front of one or several servers: it can be shut, and it chooses a server that
//! answers, as a load balancer does.

use rand::Rng;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// The door.
pub struct Gate {
    /// Where it is.
    pub addr: SocketAddr,
    open: Arc<watch::Sender<bool>>,
}

impl Gate {
    /// An open door at a port (0: a free one) to these servers.
    pub async fn open(port: u16, targets: Vec<SocketAddr>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let addr = listener.local_addr().unwrap();
        let open = Arc::new(watch::channel(true).0);
        let state = Arc::clone(&open);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (targets, open) = (targets.clone(), state.subscribe());
                tokio::spawn(pass(client, targets, open));
            }
        });
        Self { addr, open }
    }

    /// Shuts it: what is under way breaks, what comes is turned away.
    pub fn shut(&self) {
        self.open.send_replace(false);
    }

    /// Opens it again.
    pub fn reopen(&self) {
        self.open.send_replace(true);
    }
}

async fn pass(mut client: TcpStream, targets: Vec<SocketAddr>, mut open: watch::Receiver<bool>) {
    if !*open.borrow() {
        return;
    }
    let first = rand::rng().random_range(0..targets.len());
    for index in 0..targets.len() {
        let target = targets[(first + index) % targets.len()];
        if let Ok(mut server) = TcpStream::connect(target).await {
            tokio::select! {
                _ = tokio::io::copy_bidirectional(&mut client, &mut server) => {}
                _ = open.wait_for(|open| !open) => {}
            }
            return;
        }
    }
}
