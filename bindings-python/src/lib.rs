//! The native part of the Python package: text in, text out, and a handle on a parsed snapshot. It decides nothing.

use private_eks::{MergeRequest, NamedDocument};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// The native part of `private_eks`.
#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::{Snapshot, call};
}

/// Calls an operation: a request in, `{"answer": …}` or `{"error": …}` out, both as JSON.
#[pyfunction]
fn call(py: Python<'_>, operation: &str, request: &str) -> String {
    py.detach(|| private_eks::call(operation, request))
}

/// A snapshot that is parsed once and asked many times.
#[pyclass(frozen, module = "private_eks._native")]
struct Snapshot(private_eks::Snapshot);

#[pymethods]
impl Snapshot {
    /// Merges documents, each a name and a text. A `ValueError` carries `{"error": …}`.
    #[new]
    fn new(py: Python<'_>, documents: Vec<(String, String)>) -> PyResult<Self> {
        let documents = documents.into_iter().map(|(name, text)| NamedDocument { name, text }).collect();
        guarded(py, || private_eks::merge(&MergeRequest { documents })).map(Self)
    }

    /// Reads the snapshot that an operation answered.
    #[staticmethod]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        guarded(py, || private_eks::Snapshot::parse(text)).map(Self)
    }

    /// Calls an operation on this snapshot; the request has no `snapshot`.
    fn call(&self, py: Python<'_>, operation: &str, request: &str) -> String {
        py.detach(|| private_eks::call_on(&self.0, operation, request))
    }

    /// The snapshot as one JSON document.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        guarded(py, || self.0.to_json())
    }
}

fn guarded<T: Send>(py: Python<'_>, work: impl Send + FnOnce() -> Result<T, private_eks::Error>) -> PyResult<T> {
    py.detach(|| private_eks::guarded(work)).map_err(PyValueError::new_err)
}
