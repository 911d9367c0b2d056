//! The native part of the npm package: text in, text out, and a handle on a parsed snapshot. It decides nothing.

// What JavaScript hands over is copied, so it arrives owned.
#![allow(clippy::needless_pass_by_value)]

use std::sync::Arc;

use napi::bindgen_prelude::{AsyncTask, Task};
use napi::{Env, Error, Result};
use napi_derive::napi;
use private_eks::{MergeRequest, NamedDocument};

/// Calls an operation: a request in, `{"answer": …}` or `{"error": …}` out, both as JSON.
#[napi]
pub fn call(operation: String, request: String) -> String {
    private_eks::call(&operation, &request)
}

/// The same beside the event loop.
#[napi]
pub fn call_async(operation: String, request: String) -> AsyncTask<Question> {
    AsyncTask::new(Question { snapshot: None, operation, request })
}

/// A snapshot that is parsed once and asked many times.
#[napi]
pub struct Snapshot(Arc<private_eks::Snapshot>);

#[napi]
impl Snapshot {
    /// Merges documents, each a name and a text. The message of an exception is `{"error": …}`.
    #[napi(constructor)]
    pub fn new(names: Vec<String>, texts: Vec<String>) -> Result<Self> {
        let documents = names.into_iter().zip(texts).map(|(name, text)| NamedDocument { name, text }).collect();
        guarded(|| private_eks::merge(&MergeRequest { documents })).map(|snapshot| Self(Arc::new(snapshot)))
    }

    /// Reads the snapshot that an operation answered.
    #[napi(factory)]
    pub fn parse(text: String) -> Result<Self> {
        guarded(|| private_eks::Snapshot::parse(&text)).map(|snapshot| Self(Arc::new(snapshot)))
    }

    /// Calls an operation on this snapshot; the request has no `snapshot`.
    #[napi]
    pub fn call(&self, operation: String, request: String) -> String {
        private_eks::call_on(&self.0, &operation, &request)
    }

    /// The same beside the event loop.
    #[napi]
    pub fn call_async(&self, operation: String, request: String) -> AsyncTask<Question> {
        AsyncTask::new(Question { snapshot: Some(Arc::clone(&self.0)), operation, request })
    }

    /// The snapshot as one JSON document.
    #[napi]
    pub fn to_json(&self) -> Result<String> {
        guarded(|| self.0.to_json())
    }
}

/// A call that waits for a thread.
pub struct Question {
    snapshot: Option<Arc<private_eks::Snapshot>>,
    operation: String,
    request: String,
}

impl Task for Question {
    type Output = String;
    type JsValue = String;

    fn compute(&mut self) -> Result<String> {
        Ok(match &self.snapshot {
            Some(snapshot) => private_eks::call_on(snapshot, &self.operation, &self.request),
            None => private_eks::call(&self.operation, &self.request),
        })
    }

    fn resolve(&mut self, _: Env, reply: String) -> Result<String> {
        Ok(reply)
    }
}

fn guarded<T>(work: impl FnOnce() -> std::result::Result<T, private_eks::Error>) -> Result<T> {
    private_eks::guarded(work).map_err(Error::from_reason)
}
