//! Closed intervals over unsigned integers and canonical sets of them. It never knows what the integers stand for.

use std::fmt::Debug;
use std::hash::Hash;

use crate::net::sweep::sweep;

/// An integer that an [`IntervalSet`] can hold: ordered, bounded, with a next and a previous one.
///
/// ```
/// use private_eks::net::Point;
/// assert_eq!(Point::next(7u8), Some(8));
/// assert_eq!(Point::next(<u8 as Point>::MAX), None);
/// ```
pub trait Point: Copy + Ord + Hash + Debug {
    /// The lowest point.
    const MIN: Self;
    /// The highest point.
    const MAX: Self;
    /// The point above, unless this is the highest.
    #[must_use]
    fn next(self) -> Option<Self>;
    /// The point below, unless this is the lowest.
    #[must_use]
    fn previous(self) -> Option<Self>;
}

macro_rules! points {
    ($($integer:ty)*) => {$(
        impl Point for $integer {
            const MIN: Self = <$integer>::MIN;
            const MAX: Self = <$integer>::MAX;
            #[inline]
            fn next(self) -> Option<Self> {
                self.checked_add(1)
            }
            #[inline]
            fn previous(self) -> Option<Self> {
                self.checked_sub(1)
            }
        }
    )*};
}
points!(u8 u16 u32 u128);

/// All points from `first` to `last`, both included; never empty.
///
/// ```
/// use private_eks::net::Interval;
/// let ephemeral = Interval::new(32768u16, 60999).unwrap();
/// assert!(ephemeral.contains(60999));
/// assert_eq!(Interval::new(2u8, 1), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Interval<T> {
    first: T,
    last: T,
}

impl<T: Point> Interval<T> {
    /// The interval from `first` to `last`, or nothing when `first` lies above `last`.
    #[must_use]
    pub fn new(first: T, last: T) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The interval of one point.
    #[must_use]
    pub fn single(point: T) -> Self {
        Self { first: point, last: point }
    }

    /// Every point there is.
    #[must_use]
    pub fn full() -> Self {
        Self { first: T::MIN, last: T::MAX }
    }

    /// The lowest point.
    #[must_use]
    pub fn first(self) -> T {
        self.first
    }

    /// The highest point.
    #[must_use]
    pub fn last(self) -> T {
        self.last
    }

    /// Whether the point lies inside.
    #[must_use]
    pub fn contains(self, point: T) -> bool {
        self.first <= point && point <= self.last
    }

    /// The longest stretch, from the lower of both beginnings, on which neither interval begins or ends.
    #[inline]
    pub(super) fn until_change(self, other: Self) -> Self {
        let (lower, upper) = if self.first <= other.first { (self, other) } else { (other, self) };
        let last = match upper.first.previous() {
            Some(before) if lower.first <= before => lower.last.min(before),
            _ => lower.last.min(upper.last),
        };
        Self { first: lower.first, last }
    }

    /// What lies above `point`.
    #[inline]
    pub(super) fn after(self, point: T) -> Option<Self> {
        if self.last <= point { None } else { point.next().map(|first| Self { first, ..self }) }
    }

    /// Whether nothing lies between this interval and a later one.
    #[inline]
    pub(super) fn reaches(self, later: Self) -> bool {
        later.first <= self.last.next().unwrap_or(T::MAX)
    }

    #[inline]
    pub(super) fn extend_to(&mut self, last: T) {
        self.last = self.last.max(last);
    }
}

/// A set of points as sorted intervals with a gap between any two, so that equal sets are equal values.
///
/// ```
/// use private_eks::net::{Interval, IntervalSet};
/// let pieces = [Interval::new(5u8, 9), Interval::new(0, 2), Interval::new(3, 4)];
/// let set: IntervalSet<u8> = pieces.into_iter().flatten().collect();
/// assert!(set.intervals().eq(Interval::new(0, 9)));
/// ```
#[must_use]
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct IntervalSet<T> {
    intervals: Vec<Interval<T>>,
}

impl<T> Default for IntervalSet<T> {
    fn default() -> Self {
        Self { intervals: Vec::new() }
    }
}

impl<T: Point> IntervalSet<T> {
    /// The set of nothing.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The set of every point.
    pub fn full() -> Self {
        Interval::full().into()
    }

    /// The set of one point.
    pub fn single(point: T) -> Self {
        Interval::single(point).into()
    }

    /// Whether the set holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.intervals.is_empty()
    }

    /// Whether the set holds the point, found by binary search.
    #[must_use]
    pub fn contains(&self, point: T) -> bool {
        let at = self.intervals.partition_point(|interval| interval.last < point);
        self.intervals.get(at).is_some_and(|interval| interval.first <= point)
    }

    /// The intervals of the set, ascending, with a gap between any two.
    #[must_use]
    pub fn intervals(&self) -> impl ExactSizeIterator<Item = Interval<T>> + Clone + '_ {
        self.intervals.iter().copied()
    }

    /// What either set holds.
    ///
    /// ```
    /// use private_eks::net::IntervalSet;
    /// let both = IntervalSet::single(80u16).union(&IntervalSet::single(443));
    /// assert!(both.contains(80) && both.contains(443) && !both.contains(81));
    /// ```
    pub fn union(&self, other: &Self) -> Self {
        match (self.is_empty(), other.is_empty()) {
            (true, _) => other.clone(),
            (_, true) => self.clone(),
            _ => self.keep(other, |_, _| true),
        }
    }

    /// What both sets hold.
    pub fn intersection(&self, other: &Self) -> Self {
        if self.is_empty() || other.is_empty() {
            return Self::empty();
        }
        let mut common = Vec::with_capacity(self.intervals.len().max(other.intervals.len()));
        let (mut rest, mut others) = (self.intervals(), other.intervals());
        let (mut here, mut there) = (rest.next(), others.next());
        while let (Some(own), Some(its)) = (here, there) {
            common.extend(Interval::new(own.first.max(its.first), own.last.min(its.last)));
            if own.last <= its.last {
                here = rest.next();
            }
            if its.last <= own.last {
                there = others.next();
            }
        }
        // Of points without a gap both sets would have one interval, so that the pieces have gaps.
        Self { intervals: common }
    }

    /// What this set holds and the other does not.
    pub fn difference(&self, other: &Self) -> Self {
        match (self.is_empty(), other.is_empty()) {
            (true, _) => Self::empty(),
            (_, true) => self.clone(),
            _ => self.keep(other, |here, there| here && !there),
        }
    }

    /// Every point that the set does not hold.
    ///
    /// ```
    /// use private_eks::net::IntervalSet;
    /// assert_eq!(IntervalSet::<u32>::empty().complement(), IntervalSet::full());
    /// ```
    pub fn complement(&self) -> Self {
        Self::full().difference(self)
    }

    /// Whether the set holds all that the other holds; everything covers the empty set.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        let mut own = self.intervals.iter().peekable();
        other.intervals.iter().all(|its| {
            while own.next_if(|own| own.last < its.first).is_some() {}
            own.peek().is_some_and(|own| own.first <= its.first && its.last <= own.last)
        })
    }

    /// Whether some point is in both sets.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let mut own = self.intervals.iter().peekable();
        other.intervals.iter().any(|its| {
            while own.next_if(|own| own.last < its.first).is_some() {}
            own.peek().is_some_and(|own| own.first <= its.last)
        })
    }

    /// What an interval holds of the set, without making a set of the interval.
    pub(super) fn within(&self, interval: Interval<T>) -> Self {
        let from = self.intervals.partition_point(|own| own.last < interval.first);
        let rest = self.intervals.get(from..).unwrap_or_default();
        let inside = rest.iter().take_while(|own| own.first <= interval.last);
        let cut = inside
            .map(|own| Interval { first: own.first.max(interval.first), last: own.last.min(interval.last) })
            .collect();
        Self { intervals: cut }
    }

    /// The set of intervals that are already sorted by their beginning.
    #[inline]
    fn from_sorted(mut intervals: Vec<Interval<T>>) -> Self {
        intervals.dedup_by(|later, open| {
            let joined = open.reaches(*later);
            if joined {
                open.extend_to(later.last);
            }
            joined
        });
        Self { intervals }
    }

    /// As [`Self::from_sorted`], of intervals that somebody else keeps: in one pass, which copies what is left.
    #[inline]
    pub(super) fn merged(sorted: &[Interval<T>]) -> Self {
        let mut intervals: Vec<Interval<T>> = Vec::with_capacity(sorted.len());
        let mut rest = sorted.iter().copied();
        if let Some(mut open) = rest.next() {
            for next in rest {
                if open.reaches(next) {
                    open.extend_to(next.last);
                } else {
                    intervals.push(open);
                    open = next;
                }
            }
            intervals.push(open);
        }
        Self { intervals }
    }

    /// Takes an interval in.
    pub(super) fn include(&mut self, interval: Interval<T>) {
        let from = self.intervals.partition_point(|own| own.last < interval.first && !own.reaches(interval));
        let beyond = interval.last.next();
        let to = self.intervals.partition_point(|own| beyond.is_none_or(|beyond| own.first <= beyond));
        match self.intervals.get(from..to).unwrap_or_default() {
            [] => self.intervals.insert(from, interval),
            [lowest, ..] => {
                let mut joined = Interval { first: lowest.first.min(interval.first), ..interval };
                joined.extend_to(self.intervals.get(to - 1).map_or(interval.last, |highest| highest.last));
                if let Some(place) = self.intervals.get_mut(from) {
                    *place = joined;
                }
                self.intervals.drain(from + 1..to);
            }
        }
    }

    /// Makes anew the stretch that holds a point, of the sorted intervals that the set is the union of, one of which that
    /// began there has gone.
    pub(super) fn rebuild_around(&mut self, point: T, sorted: &[Interval<T>]) {
        let at = self.intervals.partition_point(|own| own.last < point);
        let Some(stretch) = self.intervals.get(at).copied() else { return };
        let from = sorted.partition_point(|own| own.first < stretch.first);
        let to = sorted.partition_point(|own| own.first <= stretch.last);
        let within = sorted.get(from..to).unwrap_or_default();
        if within.is_empty() {
            self.intervals.remove(at);
        } else {
            self.intervals.splice(at..=at, Self::merged(within).intervals);
        }
    }

    fn keep(&self, other: &Self, wanted: impl Fn(bool, bool) -> bool) -> Self {
        let mut kept = Vec::with_capacity(self.intervals.len() + other.intervals.len());
        kept.extend(self.pieces(other).filter(|&(_, here, there)| wanted(here, there)).map(|(piece, ..)| piece));
        Self::from_sorted(kept)
    }

    fn pieces<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (Interval<T>, bool, bool)> + 'a {
        sweep(self.intervals().map(|interval| (interval, ())), other.intervals().map(|interval| (interval, ())))
            .map(|(piece, here, there)| (piece, here.is_some(), there.is_some()))
    }
}

impl<T: Point> From<Interval<T>> for IntervalSet<T> {
    fn from(interval: Interval<T>) -> Self {
        Self { intervals: vec![interval] }
    }
}

impl<T: Point> FromIterator<Interval<T>> for IntervalSet<T> {
    /// The union of intervals in any order, overlapping or not.
    fn from_iter<I: IntoIterator<Item = Interval<T>>>(intervals: I) -> Self {
        let mut intervals: Vec<_> = intervals.into_iter().collect();
        intervals.sort_unstable();
        Self::from_sorted(intervals)
    }
}
