//! The product of services and addresses of one family, as a sorted row of cells. It never mixes families: two planes
//! make up a [`Traffic`](crate::net::Traffic).

use crate::net::sweep::sweep;
use crate::net::{Interval, IntervalSet, Point, Services};

/// Disjoint ascending stretches of services, each with a non-empty set of addresses. Neighbours without a gap differ
/// in their addresses, so that equal planes are equal values.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Plane<T> {
    cells: Vec<(Interval<u32>, IntervalSet<T>)>,
}

impl<T> Default for Plane<T> {
    fn default() -> Self {
        Self { cells: Vec::new() }
    }
}

impl<T: Point> Plane<T> {
    pub(super) fn rectangle(services: &Services, addresses: &IntervalSet<T>) -> Self {
        Self::from_cells(services.points().map(|stretch| (stretch, addresses.clone())))
    }

    /// The union of rectangles, in one walk along the services, with the address intervals in force kept sorted.
    pub(super) fn union_of<'a>(rectangles: impl Iterator<Item = (&'a Services, &'a IntervalSet<T>)>) -> Self
    where
        T: 'a,
    {
        let mut edges = Vec::new();
        for (services, addresses) in rectangles {
            for stretch in services.points() {
                edges.push((stretch.first(), Edge::Begins, addresses));
                edges.extend(stretch.last().next().map(|beyond| (beyond, Edge::Ends, addresses)));
            }
        }
        edges.sort_unstable_by_key(|edge| edge.0);
        let mut edges = edges.into_iter().peekable();
        let mut in_force = InForce::nothing();
        Self::from_cells(std::iter::from_fn(move || {
            let first = edges.peek()?.0;
            while let Some((_, edge, addresses)) = edges.next_if(|edge| edge.0 == first) {
                match edge {
                    Edge::Begins => in_force.add(addresses),
                    Edge::Ends => in_force.remove(addresses),
                }
            }
            let last = edges.peek().map_or(Some(u32::MAX), |edge| edge.0.previous())?;
            Some((Interval::new(first, last)?, in_force.union.clone()))
        }))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    pub(super) fn contains(&self, service: u32, address: T) -> bool {
        let at = self.cells.partition_point(|cell| cell.0.last() < service);
        self.cells.get(at).is_some_and(|cell| cell.0.contains(service) && cell.1.contains(address))
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = (Interval<u32>, &IntervalSet<T>)> {
        self.cells.iter().map(|cell| (cell.0, &cell.1))
    }

    pub(super) fn union(&self, other: &Self) -> Self {
        self.combine(other, |here, there| match (here, there) {
            (Some(here), Some(there)) => here.union(there),
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => IntervalSet::empty(),
        })
    }

    pub(super) fn intersection(&self, other: &Self) -> Self {
        self.combine(other, |here, there| match (here, there) {
            (Some(here), Some(there)) => here.intersection(there),
            _ => IntervalSet::empty(),
        })
    }

    pub(super) fn difference(&self, other: &Self) -> Self {
        self.combine(other, |here, there| match (here, there) {
            (Some(here), Some(there)) => here.difference(there),
            (Some(here), None) => here.clone(),
            (None, _) => IntervalSet::empty(),
        })
    }

    pub(super) fn covers(&self, other: &Self) -> bool {
        sweep(self.cells(), other.cells()).all(|(_, here, there)| match (here, there) {
            (Some(here), Some(there)) => here.covers(there),
            (here, None) => here.is_some(),
            (None, Some(_)) => false,
        })
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        sweep(self.cells(), other.cells())
            .any(|(_, here, there)| here.zip(there).is_some_and(|(here, there)| here.overlaps(there)))
    }

    /// The addresses that every asked service has. A service that no cell holds has none.
    pub(super) fn open_to_all(&self, asked: &Services) -> IntervalSet<T> {
        let mut open = IntervalSet::full();
        for (_, cell, asked) in sweep(self.cells(), labelled(asked)) {
            match (cell, asked) {
                (_, None) => {}
                (Some(addresses), Some(())) => open = open.intersection(addresses),
                (None, Some(())) => return IntervalSet::empty(),
            }
        }
        open
    }

    /// The addresses that some asked service has.
    pub(super) fn open_to_any(&self, asked: &Services) -> IntervalSet<T> {
        let cells =
            sweep(self.cells(), labelled(asked)).filter_map(|(_, cell, asked)| cell.filter(|_| asked.is_some()));
        cells.flat_map(IntervalSet::intervals).collect()
    }

    pub(super) fn only(&self, services: &Services) -> Self {
        let pieces = sweep(self.cells(), labelled(services));
        Self::from_cells(
            pieces.filter_map(|(stretch, cell, kept)| cell.zip(kept).map(|(cell, ())| (stretch, cell.clone()))),
        )
    }

    pub(super) fn only_addresses(&self, addresses: &IntervalSet<T>) -> Self {
        Self::from_cells(self.cells().map(|(stretch, cell)| (stretch, cell.intersection(addresses))))
    }

    fn combine(
        &self,
        other: &Self,
        both: impl Fn(Option<&IntervalSet<T>>, Option<&IntervalSet<T>>) -> IntervalSet<T>,
    ) -> Self {
        Self::from_cells(sweep(self.cells(), other.cells()).map(|(stretch, here, there)| (stretch, both(here, there))))
    }

    /// Drops empty cells and joins neighbours with equal addresses; the cells must come ascending and disjoint.
    fn from_cells(ascending: impl Iterator<Item = (Interval<u32>, IntervalSet<T>)>) -> Self {
        let mut cells: Vec<(Interval<u32>, IntervalSet<T>)> = Vec::new();
        for (stretch, addresses) in ascending.filter(|(_, addresses)| !addresses.is_empty()) {
            match cells.last_mut() {
                Some(open) if open.0.reaches(stretch) && open.1 == addresses => open.0.extend_to(stretch.last()),
                _ => cells.push((stretch, addresses)),
            }
        }
        Self { cells }
    }
}

fn labelled(services: &Services) -> impl Iterator<Item = (Interval<u32>, ())> {
    services.points().map(|stretch| (stretch, ()))
}

/// What happens to a rectangle at a place of the walk.
enum Edge {
    Begins,
    Ends,
}

/// What is in force at a place of the walk. Their union is kept beside them and mended where one comes or goes, for most
/// of it stays from place to place.
struct InForce<T> {
    /// The address intervals of all rectangles in force, sorted; one that several have is there several times.
    each: Vec<Interval<T>>,
    union: IntervalSet<T>,
}

/// Up to this many intervals are put in or taken out one by one; above it, one pass over all is cheaper.
const FEW: usize = 8;

impl<T: Point> InForce<T> {
    fn nothing() -> Self {
        Self { each: Vec::new(), union: IntervalSet::empty() }
    }

    fn add(&mut self, addresses: &IntervalSet<T>) {
        if addresses.intervals().len() > FEW {
            self.each.extend(addresses.intervals());
            // The stable sort sees two sorted runs and merges them.
            self.each.sort();
            self.union = IntervalSet::merged(&self.each);
        } else {
            for interval in addresses.intervals() {
                let (Ok(place) | Err(place)) = self.each.binary_search(&interval);
                self.each.insert(place, interval);
                self.union.include(interval);
            }
        }
    }

    fn remove(&mut self, addresses: &IntervalSet<T>) {
        if addresses.intervals().len() > FEW {
            let mut leaving = addresses.intervals().peekable();
            self.each.retain(|interval| leaving.next_if_eq(interval).is_none());
            self.union = IntervalSet::merged(&self.each);
        } else {
            for interval in addresses.intervals() {
                if let Ok(place) = self.each.binary_search(&interval) {
                    self.each.remove(place);
                    self.union.rebuild_around(interval.first(), &self.each);
                }
            }
        }
    }
}
