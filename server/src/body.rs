//! Bodies of answers, each read as far as it may be long.

use reqwest::Response;

/// Reads a body of at most `cap` bytes; none where it is longer, or cut off.
pub async fn read(mut response: Response, cap: usize) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.ok()? {
        if body.len() + chunk.len() > cap {
            return None;
        }
        body.extend_from_slice(&chunk);
    }
    Some(body)
}
