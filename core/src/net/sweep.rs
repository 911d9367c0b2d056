//! One walk over two sorted lists of labelled intervals, cut where either changes. Every binary operation of the room
//! is this walk with another question asked of each piece. It never sorts and never looks back.

use crate::net::{Interval, Point};

/// Yields, from low to high, each stretch on which neither list changes, with the label of each side that holds it.
/// Stretches that neither side holds are skipped. Both lists must be sorted and free of overlaps.
pub(super) struct Sweep<T, A, B, L, R> {
    left: Side<T, A, L>,
    right: Side<T, B, R>,
}

pub(super) fn sweep<T, A, B, L, R>(left: L, right: R) -> Sweep<T, A, B, L::IntoIter, R::IntoIter>
where
    L: IntoIterator<Item = (Interval<T>, A)>,
    R: IntoIterator<Item = (Interval<T>, B)>,
{
    Sweep { left: Side::new(left.into_iter()), right: Side::new(right.into_iter()) }
}

impl<T, A, B, L, R> Iterator for Sweep<T, A, B, L, R>
where
    T: Point,
    A: Copy,
    B: Copy,
    L: Iterator<Item = (Interval<T>, A)>,
    R: Iterator<Item = (Interval<T>, B)>,
{
    type Item = (Interval<T>, Option<A>, Option<B>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (left, right) = match (self.left.head, self.right.head) {
            (None, None) => return None,
            (Some(left), None) => {
                self.left.head = self.left.rest.next();
                return Some((left.0, Some(left.1), None));
            }
            (None, Some(right)) => {
                self.right.head = self.right.rest.next();
                return Some((right.0, None, Some(right.1)));
            }
            (Some(left), Some(right)) => (left, right),
        };
        let piece = left.0.until_change(right.0);
        let from_left = (left.0.first() == piece.first()).then_some(left.1);
        let from_right = (right.0.first() == piece.first()).then_some(right.1);
        if from_left.is_some() {
            self.left.consume(piece.last());
        }
        if from_right.is_some() {
            self.right.consume(piece.last());
        }
        Some((piece, from_left, from_right))
    }
}

struct Side<T, A, I> {
    head: Option<(Interval<T>, A)>,
    rest: I,
}

impl<T, A, I: Iterator<Item = (Interval<T>, A)>> Side<T, A, I> {
    fn new(mut rest: I) -> Self {
        Self { head: rest.next(), rest }
    }
}

impl<T: Point, A: Copy, I: Iterator<Item = (Interval<T>, A)>> Side<T, A, I> {
    #[inline]
    fn consume(&mut self, last: T) {
        self.head = match self.head.and_then(|(head, label)| Some((head.after(last)?, label))) {
            None => self.rest.next(),
            remaining => remaining,
        };
    }
}
