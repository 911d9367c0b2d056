//! Sets that are known only from below and from above. This is how "missing is never safety" is kept in the math: what
//! is not known widens the gap between the two, and no operation ever narrows it by guessing.

use crate::net::{Addresses, IntervalSet, Point, Services, Traffic};

/// What [`Bounds`] needs of a set.
///
/// ```
/// use private_eks::net::{Services, Set};
/// fn common<S: Set>(sets: &[S], all: S) -> S {
///     sets.iter().fold(all, |common, set| common.intersection(set))
/// }
/// assert_eq!(common(&[Services::tcp(443)], Services::all()), Services::tcp(443));
/// ```
pub trait Set: Clone + Eq {
    /// The set of nothing.
    #[must_use]
    fn empty() -> Self;
    /// Whether the set holds nothing.
    #[must_use]
    fn is_empty(&self) -> bool;
    /// What either set holds.
    #[must_use]
    fn union(&self, other: &Self) -> Self;
    /// What both sets hold.
    #[must_use]
    fn intersection(&self, other: &Self) -> Self;
    /// What this set holds and the other does not.
    #[must_use]
    fn difference(&self, other: &Self) -> Self;
    /// Whether the set holds all that the other holds.
    #[must_use]
    fn covers(&self, other: &Self) -> bool;
}

macro_rules! sets {
    ($([$($generics:tt)*] $set:ty;)*) => {$(
        impl<$($generics)*> Set for $set {
            fn empty() -> Self {
                <$set>::empty()
            }
            fn is_empty(&self) -> bool {
                <$set>::is_empty(self)
            }
            fn union(&self, other: &Self) -> Self {
                <$set>::union(self, other)
            }
            fn intersection(&self, other: &Self) -> Self {
                <$set>::intersection(self, other)
            }
            fn difference(&self, other: &Self) -> Self {
                <$set>::difference(self, other)
            }
            fn covers(&self, other: &Self) -> bool {
                <$set>::covers(self, other)
            }
        }
    )*};
}
sets! {
    [T: Point] IntervalSet<T>;
    [] Addresses;
    [] Services;
    [] Traffic;
}

/// A set of which is known what it surely holds and what it possibly holds; the former is always part of the latter.
///
/// ```
/// use private_eks::net::{Bounds, Services};
/// let shown = Bounds::exact(Services::tcp(443));
/// let not_shown = Bounds::unknown(Services::udp(53));
/// let answer = shown.union(&not_shown).split(&Services::all());
/// assert_eq!(answer.open, Services::tcp(443));
/// assert_eq!(answer.unknown, Services::udp(53));
/// assert!(!answer.shut.overlaps(&Services::udp(53)));
/// ```
#[must_use]
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Bounds<S> {
    surely: S,
    possibly: S,
}

/// An asked set in three disjoint parts that make it up.
#[must_use]
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Split<S> {
    /// What is surely in.
    pub open: S,
    /// What may be in or not.
    pub unknown: S,
    /// What is surely out.
    pub shut: S,
}

impl<S: Set> Bounds<S> {
    /// The set that holds all of `surely` and nothing beyond `surely` and `possibly`.
    pub fn new(surely: S, possibly: S) -> Self {
        let possibly = if possibly.covers(&surely) { possibly } else { possibly.union(&surely) };
        Self { surely, possibly }
    }

    /// The set that is known in full.
    pub fn exact(set: S) -> Self {
        Self { possibly: set.clone(), surely: set }
    }

    /// The set of which is known only that it holds nothing beyond `possibly`.
    pub fn unknown(possibly: S) -> Self {
        Self { surely: S::empty(), possibly }
    }

    /// The set that is known to be empty.
    pub fn nothing() -> Self {
        Self::exact(S::empty())
    }

    /// What the set holds in any case.
    #[must_use]
    pub fn surely(&self) -> &S {
        &self.surely
    }

    /// What the set holds at most.
    #[must_use]
    pub fn possibly(&self) -> &S {
        &self.possibly
    }

    /// Whether nothing about the set is unknown.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.surely == self.possibly
    }

    /// What either set holds.
    pub fn union(&self, other: &Self) -> Self {
        Self { surely: self.surely.union(&other.surely), possibly: self.possibly.union(&other.possibly) }
    }

    /// What both sets hold.
    pub fn intersection(&self, other: &Self) -> Self {
        Self { surely: self.surely.intersection(&other.surely), possibly: self.possibly.intersection(&other.possibly) }
    }

    /// What this set holds and the other does not. The other's bounds change places: only what it *possibly* holds
    /// makes a thing unsure, and only what it *surely* holds takes a thing away.
    ///
    /// ```
    /// use private_eks::net::{Bounds, Services};
    /// let allowed = Bounds::exact(Services::tcp(443));
    /// let denied = Bounds::unknown(Services::all());
    /// assert_eq!(allowed.minus(&denied), Bounds::unknown(Services::tcp(443)));
    /// ```
    pub fn minus(&self, other: &Self) -> Self {
        Self { surely: self.surely.difference(&other.possibly), possibly: self.possibly.difference(&other.surely) }
    }

    /// Divides what is asked into what is open, unknown and shut.
    pub fn split(&self, asked: &S) -> Split<S> {
        let maybe = asked.intersection(&self.possibly);
        Split {
            open: asked.intersection(&self.surely),
            unknown: maybe.difference(&self.surely),
            shut: asked.difference(&self.possibly),
        }
    }
}
