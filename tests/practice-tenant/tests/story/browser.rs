//! A browser without a window: cookies per host, redirects followed one by one, forms filled in.

use std::{cell::RefCell, collections::BTreeMap};

use reqwest::{Method, StatusCode, Url, header};

/// What came back.
pub(crate) struct Page {
    pub(crate) url: Url,
    pub(crate) status: StatusCode,
    pub(crate) headers: header::HeaderMap,
    pub(crate) body: String,
}

impl Page {
    /// Where it redirects to, with its parameters.
    pub(crate) fn redirect(&self) -> (Url, BTreeMap<String, String>) {
        let to = self.headers[header::LOCATION].to_str().unwrap();
        let to = self.url.join(to).unwrap();
        let pairs = to.query_pairs().into_owned().collect();
        (to, pairs)
    }

    /// The value of a hidden field.
    pub(crate) fn field(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let rest = self.body.split(&mark).nth(1);
        let rest = rest.unwrap_or_else(|| panic!("no field {name} in {}", self.body));
        rest.split('"').next().unwrap().to_owned()
    }

    pub(crate) fn has(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

pub(crate) struct Browser {
    client: reqwest::Client,
    cookies: RefCell<BTreeMap<(String, String), String>>,
}

impl Browser {
    pub(crate) fn new(client: reqwest::Client) -> Self {
        Self {
            client,
            cookies: RefCell::default(),
        }
    }

    pub(crate) async fn get(&self, url: &str) -> Page {
        self.send(Method::GET, url, &[], None).await
    }

    pub(crate) async fn post(&self, url: &str, form: &[(&str, &str)]) -> Page {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.send(Method::POST, url, &[kind], Some(body)).await
    }

    pub(crate) async fn post_json(
        &self,
        url: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Page {
        let mut headers = headers.to_vec();
        headers.push(("content-type", "application/json"));
        self.send(Method::POST, url, &headers, Some(body)).await
    }

    /// Follows redirects as long as they stay on the practice tenant's hosts.
    pub(crate) async fn follow(&self, mut page: Page) -> Page {
        while page.headers.contains_key(header::LOCATION) {
            let (to, _) = page.redirect();
            page = self.get(to.as_str()).await;
        }
        page
    }

    async fn send(
        &self,
        method: Method,
        url: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Page {
        let url = Url::parse(url).unwrap();
        let host = url.host_str().unwrap().to_owned();
        let cookies: Vec<String> = (self.cookies.borrow().iter())
            .filter(|((h, _), _)| *h == host)
            .map(|((_, name), value)| format!("{name}={value}"))
            .collect();
        let mut request = self.client.request(method, url.clone());
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        for line in headers.get_all(header::SET_COOKIE) {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies
                .borrow_mut()
                .insert((host.clone(), name.to_owned()), value.to_owned());
        }
        Page {
            url,
            status,
            headers,
            body: response.text().await.unwrap(),
        }
    }
}
