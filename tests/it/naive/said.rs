//! What can be said of a question when documents are missing: no, maybe, yes. It knows no networks.

/// An answer; of two that both have to hold the lower counts, of two of which one suffices the higher.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Said {
    No,
    Maybe,
    Yes,
}

impl Said {
    pub(super) const fn of(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }

    /// All of them have to hold.
    pub(super) fn all(each: impl IntoIterator<Item = Self>) -> Self {
        each.into_iter().min().unwrap_or(Self::Yes)
    }

    /// One of them suffices.
    pub(super) fn any(each: impl IntoIterator<Item = Self>) -> Self {
        each.into_iter().max().unwrap_or(Self::No)
    }

    /// One of them is so, and nobody knows which.
    pub(super) fn either(each: impl IntoIterator<Item = Self>) -> Self {
        let each: Vec<Self> = each.into_iter().collect();
        let (least, most) = (Self::all(each.iter().copied()), Self::any(each));
        if least == most { least } else { Self::Maybe }
    }
}
