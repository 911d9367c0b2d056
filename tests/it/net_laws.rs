//! Laws of the set algebra, each held against random sets; and each operation against plain membership, on small
//! universes point by point and at real sizes on both sides of every boundary.

use std::collections::hash_map::DefaultHasher;
use std::fmt::Debug;
use std::hash::{Hash, Hasher};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use private_eks::net::{Addresses, Bounds, Cidr, Interval, IntervalSet, Point, Services, Set, Traffic};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

// ---- how random sets are made: a set and the plain list it was made of ----

type Pairs<T> = Vec<(T, T)>;

fn set_of<T: Point>(pairs: &[(T, T)]) -> IntervalSet<T> {
    pairs.iter().filter_map(|&(a, b)| Interval::new(a.min(b), a.max(b))).collect()
}

fn in_pairs<T: Point>(pairs: &[(T, T)], point: T) -> bool {
    pairs.iter().any(|&(a, b)| a.min(b) <= point && point <= a.max(b))
}

/// Every end of every interval, with its neighbours: where membership can change.
fn boundaries<T: Point>(lists: &[&Pairs<T>]) -> Vec<T> {
    let ends = lists.iter().flat_map(|pairs| pairs.iter().flat_map(|&(a, b)| [a, b])).chain([T::MIN, T::MAX]);
    ends.flat_map(|end| [end.previous(), Some(end), end.next()]).flatten().collect()
}

fn octet_pairs() -> impl Strategy<Value = Pairs<u8>> {
    vec((any::<u8>(), any::<u8>()).prop_map(|(a, b)| (a, a.saturating_add(b % 40))), 0..8)
}

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![
        any::<u32>(),
        (0u32..32, 0u32..3).prop_map(|(bit, off)| (1u32 << bit) - 1 + off),
        (0u32..4).prop_map(|off| u32::MAX - off),
        0u32..4,
    ]
}

fn wide_number() -> impl Strategy<Value = u128> {
    prop_oneof![
        any::<u128>(),
        (0u32..128, 0u128..3).prop_map(|(bit, off)| (1u128 << bit) - 1 + off),
        (0u128..4).prop_map(|off| u128::MAX - off),
        0u128..4,
    ]
}

fn v4_pairs() -> impl Strategy<Value = Pairs<u32>> {
    vec((number(), number()), 0..5)
}

fn v6_pairs() -> impl Strategy<Value = Pairs<u128>> {
    vec((wide_number(), wide_number()), 0..5)
}

fn addresses() -> impl Strategy<Value = Addresses> {
    (v4_pairs(), v6_pairs()).prop_map(|(v4, v6)| Addresses::new(set_of(&v4), set_of(&v6)))
}

const PROTOCOLS: [u8; 9] = [0, 1, 2, 6, 7, 17, 47, 58, 255];
const PORTS: [u16; 13] = [0, 1, 2, 255, 256, 257, 0x0304, 443, 444, 511, 512, 65534, 65535];

/// A set of services and the plain question whether it holds a point, answered without the axis.
#[derive(Clone, Debug)]
enum Asked {
    All,
    Protocol(u8),
    Ports(u8, u16, u16),
    Icmp(u8, Option<u8>, Option<u8>),
}

impl Asked {
    fn services(&self) -> Services {
        match *self {
            Self::All => Services::all(),
            Self::Protocol(protocol) => Services::protocol(protocol),
            Self::Ports(protocol, first, last) => Services::ports(protocol, first, last),
            Self::Icmp(protocol, kind, code) => Services::icmp(protocol, kind, code),
        }
    }

    fn holds(&self, protocol: u8, port: u16) -> bool {
        match *self {
            Self::All => true,
            Self::Ports(own @ (6 | 17), first, last) => own == protocol && (first..=last).contains(&port),
            Self::Icmp(own @ (1 | 58), Some(kind), code) => {
                let [asked_kind, asked_code] = port.to_be_bytes();
                own == protocol && kind == asked_kind && code.is_none_or(|code| code == asked_code)
            }
            Self::Protocol(own) | Self::Ports(own, ..) | Self::Icmp(own, ..) => own == protocol,
        }
    }
}

fn asked() -> impl Strategy<Value = Asked> {
    let protocol = || prop::sample::select(&PROTOCOLS[..]);
    let port = || prop::sample::select(&PORTS[..]);
    let octet = || prop::option::of(prop::sample::select(&[0u8, 1, 2, 3, 4, 255][..]));
    prop_oneof![
        1 => Just(Asked::All),
        3 => protocol().prop_map(Asked::Protocol),
        6 => (prop::sample::select(&[6u8, 17, 6, 47][..]), port(), port()).prop_map(|(p, a, b)| Asked::Ports(p, a, b)),
        4 => (prop::sample::select(&[1u8, 58, 6][..]), octet(), octet()).prop_map(|(p, t, c)| Asked::Icmp(p, t, c)),
    ]
}

fn services() -> impl Strategy<Value = Services> {
    vec(asked(), 0..4).prop_map(|asked| asked.iter().fold(Services::empty(), |all, one| all.union(&one.services())))
}

type Rectangles = Vec<(Asked, Pairs<u32>, Pairs<u128>)>;

fn rectangles() -> impl Strategy<Value = Rectangles> {
    // Few distinct low addresses, so that rectangles meet; and some of real size.
    let v4 = prop_oneof![3 => vec((0u32..8, 0u32..8), 0..3), 1 => vec((number(), number()), 0..3)];
    let v6 = prop_oneof![3 => vec((0u128..8, 0u128..8), 0..3), 1 => vec((wide_number(), wide_number()), 0..3)];
    vec((asked(), v4, v6), 0..5)
}

fn rectangle((asked, v4, v6): &(Asked, Pairs<u32>, Pairs<u128>)) -> (Services, Addresses) {
    (asked.services(), Addresses::new(set_of(v4), set_of(v6)))
}

fn traffic_of(rectangles: &Rectangles) -> Traffic {
    rectangles.iter().map(rectangle).collect()
}

fn traffic() -> impl Strategy<Value = Traffic> {
    rectangles().prop_map(|rectangles| traffic_of(&rectangles))
}

fn in_rectangles(rectangles: &Rectangles, protocol: u8, port: u16, address: IpAddr) -> bool {
    rectangles.iter().any(|(asked, v4, v6)| {
        asked.holds(protocol, port)
            && match address {
                IpAddr::V4(address) => in_pairs(v4, address.to_bits()),
                IpAddr::V6(address) => in_pairs(v6, address.to_bits()),
            }
    })
}

fn telling_addresses(lists: &[&Rectangles]) -> Vec<IpAddr> {
    let all = || lists.iter().flat_map(|list| list.iter());
    let v4 = boundaries(&all().map(|rectangle| &rectangle.1).collect::<Vec<_>>());
    let v6 = boundaries(&all().map(|rectangle| &rectangle.2).collect::<Vec<_>>());
    let v4 = v4.into_iter().map(|bits| IpAddr::from(Ipv4Addr::from_bits(bits)));
    let mut telling: Vec<_> = v4.chain(v6.into_iter().map(|bits| Ipv6Addr::from_bits(bits).into())).collect();
    telling.sort_unstable();
    telling.dedup();
    telling
}

/// Both ends of every asked service and their neighbours, and both ends of every protocol.
fn telling_services<'a>(asked: impl IntoIterator<Item = &'a Asked>) -> Vec<(u8, u16)> {
    let corners = asked.into_iter().flat_map(|one| match *one {
        Asked::All | Asked::Protocol(_) => vec![],
        Asked::Ports(protocol, first, last) => vec![(protocol, first), (protocol, last)],
        Asked::Icmp(protocol, kind, code) => [code.unwrap_or(0), code.unwrap_or(u8::MAX)]
            .map(|code| (protocol, u16::from_be_bytes([kind.unwrap_or(0), code])))
            .to_vec(),
    });
    let near = corners.flat_map(|(protocol, port)| {
        [port.checked_sub(1), Some(port), port.checked_add(1)].into_iter().flatten().map(move |port| (protocol, port))
    });
    let mut telling: Vec<_> = near.chain(PROTOCOLS.into_iter().flat_map(|one| [(one, 0), (one, u16::MAX)])).collect();
    telling.sort_unstable();
    telling.dedup();
    telling
}

fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

// ---- the algebra, the same for each kind of set ----

fn algebra<S: Set + Debug>(a: &S, b: &S, c: &S, all: &S, complement: impl Fn(&S) -> S) -> Result<(), TestCaseError> {
    let none = S::empty();
    prop_assert_eq!(a.union(b), b.union(a));
    prop_assert_eq!(a.intersection(b), b.intersection(a));
    prop_assert_eq!(a.union(&b.union(c)), a.union(b).union(c));
    prop_assert_eq!(a.intersection(&b.intersection(c)), a.intersection(b).intersection(c));
    prop_assert_eq!(a.intersection(&b.union(c)), a.intersection(b).union(&a.intersection(c)));
    prop_assert_eq!(a.union(&b.intersection(c)), a.union(b).intersection(&a.union(c)));
    prop_assert_eq!(complement(&a.union(b)), complement(a).intersection(&complement(b)));
    prop_assert_eq!(complement(&a.intersection(b)), complement(a).union(&complement(b)));
    prop_assert_eq!(&complement(&complement(a)), a);
    prop_assert_eq!(&a.union(&complement(a)), all);
    prop_assert_eq!(&a.intersection(&complement(a)), &none);
    prop_assert_eq!(a.difference(b), a.intersection(&complement(b)));
    prop_assert_eq!(&a.difference(b).union(&a.intersection(b)), a);
    prop_assert_eq!(&a.union(&a.intersection(b)), a);
    for (left, right) in [(a, b), (&a.union(b), b), (&a.intersection(b), a), (a, &a.difference(c))] {
        prop_assert_eq!(left.covers(right), right.difference(left).is_empty());
    }
    prop_assert!(a.union(b).covers(a) && a.covers(&a.intersection(b)) && a.covers(&none) && all.covers(a));
    prop_assert_eq!((a.union(&none), a.intersection(all)), (a.clone(), a.clone()));
    prop_assert_eq!(none.is_empty(), true);
    prop_assert_eq!(a.is_empty(), a == &none);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn algebra_of_octets(a in octet_pairs(), b in octet_pairs(), c in octet_pairs()) {
        let (a, b, c) = (set_of(&a), set_of(&b), set_of(&c));
        algebra(&a, &b, &c, &IntervalSet::full(), IntervalSet::complement)?;
        prop_assert_eq!(a.overlaps(&b), !a.intersection(&b).is_empty());
    }

    #[test]
    fn algebra_of_wide_numbers(a in v6_pairs(), b in v6_pairs(), c in v6_pairs()) {
        let (a, b, c) = (set_of(&a), set_of(&b), set_of(&c));
        algebra(&a, &b, &c, &IntervalSet::full(), IntervalSet::complement)?;
        prop_assert_eq!(a.overlaps(&b), !a.intersection(&b).is_empty());
    }

    #[test]
    fn algebra_of_addresses(a in addresses(), b in addresses(), c in addresses()) {
        algebra(&a, &b, &c, &Addresses::all(), Addresses::complement)?;
        prop_assert_eq!(a.overlaps(&b), !a.intersection(&b).is_empty());
    }

    #[test]
    fn algebra_of_services(a in services(), b in services(), c in services()) {
        algebra(&a, &b, &c, &Services::all(), Services::complement)?;
        prop_assert_eq!(a.overlaps(&b), !a.intersection(&b).is_empty());
    }

    #[test]
    fn algebra_of_traffic(a in traffic(), b in traffic(), c in traffic()) {
        algebra(&a, &b, &c, &Traffic::all(), Traffic::complement)?;
        prop_assert_eq!(a.overlaps(&b), !a.intersection(&b).is_empty());
    }

    // ---- membership ----

    #[test]
    fn octets_hold_what_they_were_made_of(a in octet_pairs(), b in octet_pairs()) {
        let (x, y) = (set_of(&a), set_of(&b));
        let every = 0..=u8::MAX;
        for point in every.clone() {
            let (here, there) = (in_pairs(&a, point), in_pairs(&b, point));
            prop_assert_eq!(x.contains(point), here);
            prop_assert_eq!(x.union(&y).contains(point), here || there);
            prop_assert_eq!(x.intersection(&y).contains(point), here && there);
            prop_assert_eq!(x.difference(&y).contains(point), here && !there);
            prop_assert_eq!(x.complement().contains(point), !here);
        }
        prop_assert_eq!(x.covers(&y), every.clone().all(|point| in_pairs(&a, point) || !in_pairs(&b, point)));
        prop_assert_eq!(x.overlaps(&y), every.clone().any(|point| in_pairs(&a, point) && in_pairs(&b, point)));
        prop_assert_eq!(x.is_empty(), a.is_empty());
        for (low, high) in x.intervals().zip(x.intervals().skip(1)) {
            prop_assert!(low.last().next().is_some_and(|gap| gap < high.first()));
        }
    }

    #[test]
    fn addresses_hold_what_they_were_made_of(a in v4_pairs(), b in v4_pairs(), c in v6_pairs(), d in v6_pairs()) {
        let (x, y) = (Addresses::new(set_of(&a), set_of(&c)), Addresses::new(set_of(&b), set_of(&d)));
        let v4 = boundaries(&[&a, &b]).into_iter().map(|bits| {
            (IpAddr::from(Ipv4Addr::from_bits(bits)), in_pairs(&a, bits), in_pairs(&b, bits))
        });
        let v6 = boundaries(&[&c, &d]).into_iter().map(|bits| {
            (IpAddr::from(Ipv6Addr::from_bits(bits)), in_pairs(&c, bits), in_pairs(&d, bits))
        });
        let (union, intersection, difference, complement) =
            (x.union(&y), x.intersection(&y), x.difference(&y), x.complement());
        let (mut covers, mut overlaps) = (true, false);
        for (address, here, there) in v4.chain(v6) {
            prop_assert_eq!(x.contains(address), here);
            prop_assert_eq!(union.contains(address), here || there);
            prop_assert_eq!(intersection.contains(address), here && there);
            prop_assert_eq!(difference.contains(address), here && !there);
            prop_assert_eq!(complement.contains(address), !here);
            covers &= here || !there;
            overlaps |= here && there;
        }
        prop_assert_eq!((x.covers(&y), x.overlaps(&y)), (covers, overlaps));
    }

    #[test]
    fn services_hold_what_they_were_made_of(a in vec(asked(), 0..4), b in vec(asked(), 0..4)) {
        let union_of = |list: &[Asked]| list.iter().fold(Services::empty(), |all, one| all.union(&one.services()));
        let (x, y) = (union_of(&a), union_of(&b));
        for (protocol, port) in telling_services(a.iter().chain(&b)) {
            let here = a.iter().any(|one| one.holds(protocol, port));
            let there = b.iter().any(|one| one.holds(protocol, port));
            prop_assert_eq!(x.contains(protocol, port), here);
            prop_assert_eq!(x.intersection(&y).contains(protocol, port), here && there);
            prop_assert_eq!(x.difference(&y).contains(protocol, port), here && !there);
            prop_assert_eq!(x.complement().contains(protocol, port), !here);
        }
    }

    #[test]
    fn protocols_without_ports_stay_whole(a in services(), b in services(), protocol in any::<u8>()) {
        prop_assume!(![1, 6, 17, 58].contains(&protocol));
        for set in [a.union(&b), a.intersection(&b), a.difference(&b), a.complement()] {
            let whole = Services::protocol(protocol);
            prop_assert!(set.covers(&whole) || !set.overlaps(&whole));
        }
    }

    #[test]
    fn traffic_holds_what_it_was_made_of(a in rectangles(), b in rectangles()) {
        let (x, y) = (traffic_of(&a), traffic_of(&b));
        let (union, intersection, difference, complement) =
            (x.union(&y), x.intersection(&y), x.difference(&y), x.complement());
        let (mut covers, mut overlaps, mut empty) = (true, false, true);
        let addresses = telling_addresses(&[&a, &b]);
        for (protocol, port) in telling_services(a.iter().chain(&b).map(|rectangle| &rectangle.0)) {
            for &address in &addresses {
                let here = in_rectangles(&a, protocol, port, address);
                let there = in_rectangles(&b, protocol, port, address);
                prop_assert_eq!(x.contains(protocol, port, address), here);
                prop_assert_eq!(union.contains(protocol, port, address), here || there);
                prop_assert_eq!(intersection.contains(protocol, port, address), here && there);
                prop_assert_eq!(difference.contains(protocol, port, address), here && !there);
                prop_assert_eq!(complement.contains(protocol, port, address), !here);
                covers &= here || !there;
                overlaps |= here && there;
                empty &= !here;
            }
        }
        prop_assert_eq!((x.covers(&y), x.overlaps(&y), x.is_empty()), (covers, overlaps, empty));
    }

    #[test]
    fn projections_ask_every_service_or_some(made in rectangles(), asked in vec(asked(), 0..3), kept in addresses()) {
        let traffic = traffic_of(&made);
        let services = asked.iter().fold(Services::empty(), |all, one| all.union(&one.services()));
        let (to_all, to_any) = (traffic.addresses_open_to_all(&services), traffic.addresses_open_to_any(&services));
        let (only, only_addresses) = (traffic.only(&services), traffic.only_addresses(&kept));
        // No place is left out where the made rectangles or the asked services change.
        let telling = telling_services(made.iter().map(|rectangle| &rectangle.0).chain(&asked));
        let held = || telling.iter().filter(|(protocol, port)| asked.iter().any(|one| one.holds(*protocol, *port)));
        for address in telling_addresses(&[&made]) {
            let beside = Traffic::new(&services, &address.into());
            prop_assert_eq!(to_all.contains(address), traffic.covers(&beside));
            prop_assert_eq!(to_any.contains(address), traffic.overlaps(&beside));
            prop_assert_eq!(to_all.contains(address), held().all(|&(p, port)| in_rectangles(&made, p, port, address)));
            prop_assert_eq!(to_any.contains(address), held().any(|&(p, port)| in_rectangles(&made, p, port, address)));
        }
        prop_assert_eq!(only, traffic.intersection(&Traffic::new(&services, &Addresses::all())));
        prop_assert_eq!(only_addresses, traffic.intersection(&Traffic::new(&Services::all(), &kept)));
        prop_assert_eq!(traffic.addresses_open_to_all(&Services::empty()), Addresses::all());
        prop_assert!(traffic.addresses_open_to_any(&Services::empty()).is_empty());
    }

    // ---- one value for one set ----

    #[test]
    fn split_and_shuffled_intervals_make_the_same_set(
        pairs in v6_pairs(), cuts in vec(any::<Index>(), 8), order in any::<[u64; 16]>(),
    ) {
        let whole = set_of(&pairs);
        let mut pieces = Vec::new();
        for (&(a, b), cut) in pairs.iter().zip(&cuts) {
            let (low, high) = (a.min(b), a.max(b));
            let middle = low + u128::try_from(cut.index(1 << 30)).unwrap().min(high - low);
            pieces.push((low, middle));
            pieces.extend(middle.checked_add(1).filter(|&next| next <= high).map(|next| (next, high)));
        }
        let mut keyed: Vec<_> = pieces.into_iter().zip(order).map(|(piece, key)| (key, piece)).collect();
        keyed.sort_unstable();
        let pieces: Vec<_> = keyed.into_iter().map(|(_, piece)| piece).collect();
        let again = set_of(&pieces);
        prop_assert_eq!(hash_of(&again), hash_of(&whole));
        prop_assert_eq!(again, whole);
    }

    #[test]
    fn traffic_is_one_value_however_it_is_made(made in rectangles(), turn in any::<Index>(), cut in services(), half in addresses()) {
        let whole = traffic_of(&made);
        let mut pieces: Vec<_> = made
            .iter()
            .map(rectangle)
            .flat_map(|(services, addresses)| {
                let cross = [services.intersection(&cut), services.difference(&cut)].map(|part| {
                    [(part.clone(), addresses.intersection(&half)), (part, addresses.difference(&half))]
                });
                cross.into_iter().flatten()
            })
            .collect();
        if !pieces.is_empty() {
            let turn = turn.index(pieces.len());
            pieces.rotate_left(turn);
        }
        let one_by_one = pieces.iter().fold(Traffic::empty(), |all, (services, addresses)| {
            all.union(&Traffic::new(services, addresses))
        });
        let at_once: Traffic = pieces.into_iter().collect();
        prop_assert_eq!(hash_of(&at_once), hash_of(&whole));
        prop_assert_eq!(&at_once, &whole);
        prop_assert_eq!(&one_by_one, &whole);
        let from_cells: Traffic = whole.cells().map(|cell| (cell.services, cell.addresses)).collect();
        prop_assert_eq!(&from_cells, &whole);
        let cells: Vec<_> = whole.cells().collect();
        for (index, cell) in cells.iter().enumerate() {
            prop_assert!(!cell.services.is_empty() && !cell.addresses.is_empty());
            prop_assert!(cells.iter().skip(index + 1).all(|other| !other.services.overlaps(&cell.services)));
        }
    }

    #[test]
    fn long_lists_of_addresses_agree_with_their_union_one_by_one(
        made in vec((0u16..12, 0u16..12, vec((0u32..300, 0u32..4), 0..40)), 0..12),
    ) {
        // Lists short and long, sharing intervals, over stretches of ports that nest and chain.
        let rules: Vec<_> = made.iter().map(|(first, more, starts)| {
            let pairs: Vec<_> = starts.iter().map(|&(start, more)| (start, start + more)).collect();
            (Services::ports(Services::TCP, *first, first + more), Addresses::new(set_of(&pairs), IntervalSet::empty()))
        }).collect();
        let one_by_one = rules.iter().fold(Traffic::empty(), |all, (services, addresses)| {
            all.union(&Traffic::new(services, addresses))
        });
        prop_assert_eq!(rules.into_iter().collect::<Traffic>(), one_by_one);
    }

    // ---- CIDRs ----

    #[test]
    fn cidrs_are_exact_sorted_and_without_siblings(set in addresses()) {
        let cidrs = set.cidrs();
        prop_assert_eq!(&cidrs.iter().copied().collect::<Addresses>(), &set);
        prop_assert!(cidrs.is_sorted());
        for pair in cidrs.windows(2) {
            prop_assert!(!Addresses::from(pair[0]).overlaps(&pair[1].into()));
            let parent = pair[0].prefix_len().checked_sub(1).map(|shorter| Cidr::around(pair[0].first(), shorter));
            let siblings = pair[0].prefix_len() == pair[1].prefix_len()
                && parent.is_some_and(|parent| parent.contains(pair[1].first()));
            prop_assert!(!siblings, "{} and {} are one block", pair[0], pair[1]);
        }
        let written: Vec<Cidr> = serde_json::from_str(&serde_json::to_string(&set).unwrap()).unwrap();
        prop_assert_eq!(written, cidrs);
    }

    #[test]
    fn cidrs_are_the_fewest(pairs in octet_pairs()) {
        let held: Vec<bool> = (0..=u8::MAX).map(|point| in_pairs(&pairs, point)).collect();
        let (v4, v6) = (0x0a00_0000_u32, 0xfd00_u128 << 112);
        let shifted = |(a, b): &(u8, u8)| (v4 + u32::from(*a), v4 + u32::from(*b));
        let shifted_v6 = |(a, b): &(u8, u8)| (v6 + u128::from(*a), v6 + u128::from(*b));
        let set = Addresses::new(
            set_of(&pairs.iter().map(shifted).collect::<Vec<_>>()),
            set_of(&pairs.iter().map(shifted_v6).collect::<Vec<_>>()),
        );
        prop_assert_eq!(set.cidrs().len(), 2 * fewest_blocks(&held));
    }

    #[test]
    fn masking_says_whether_it_changed_anything(bits in any::<u32>(), wide in any::<u128>(), short in 0u8..=32, long in 0u8..=128) {
        for (address, length) in [(IpAddr::from(Ipv4Addr::from_bits(bits)), short), (Ipv6Addr::from_bits(wide).into(), long)] {
            let text = format!("{address}/{length}");
            let (cidr, cleared) = Cidr::masked(&text).unwrap();
            prop_assert!(cidr.contains(address) && cidr.prefix_len() == length);
            prop_assert_eq!(cidr.is_ipv4(), address.is_ipv4());
            prop_assert_eq!(cleared, cidr.first() != address);
            prop_assert_eq!(Cidr::exact(&text).is_ok(), !cleared);
            prop_assert_eq!(Cidr::exact(&cidr.to_string()), Ok(cidr));
            let set = Addresses::from(cidr);
            prop_assert!(set.contains(cidr.first()) && set.contains(cidr.last()));
            prop_assert_eq!(set.cidrs(), [cidr]);
        }
    }

    #[test]
    fn what_lies_in_a_block_is_what_the_set_and_the_block_share(
        set in addresses(), bits in number(), wide in wide_number(), short in 0u8..=32, long in 0u8..=128,
    ) {
        for block in [
            Cidr::around(Ipv4Addr::from_bits(bits).into(), short),
            Cidr::around(Ipv6Addr::from_bits(wide).into(), long),
        ] {
            prop_assert_eq!(set.within(block), set.intersection(&block.into()));
        }
        for block in set.cidrs() {
            prop_assert_eq!(set.within(block), Addresses::from(block));
            // Around a block its neighbours are looked at too.
            let wider = Cidr::around(block.first(), block.prefix_len().saturating_sub(2));
            prop_assert_eq!(set.within(wider), set.intersection(&wider.into()));
        }
    }

    // ---- bounds ----

    #[test]
    fn bounds_hold_whatever_the_truth_is(
        sets in [traffic(), traffic(), traffic(), traffic()], truth in [traffic(), traffic()], asked in traffic(),
    ) {
        let [a, b, c, d] = sets;
        let (x, y) = (Bounds::new(a, b), Bounds::new(c, d));
        // Two sets that the bounds allow: all that is sure, and some of what is possible.
        let within = |bounds: &Bounds<Traffic>, some: &Traffic| bounds.surely().union(&bounds.possibly().intersection(some));
        let (p, q) = (within(&x, &truth[0]), within(&y, &truth[1]));
        for (bounds, real) in [
            (x.clone(), p.clone()),
            (x.union(&y), p.union(&q)),
            (x.intersection(&y), p.intersection(&q)),
            (x.minus(&y), p.difference(&q)),
            (Bounds::exact(p.clone()), p.clone()),
            (Bounds::unknown(Traffic::all()), p.clone()),
            (Bounds::nothing(), Traffic::empty()),
        ] {
            prop_assert!(bounds.possibly().covers(bounds.surely()));
            prop_assert!(bounds.possibly().covers(&real) && real.covers(bounds.surely()));
            let split = bounds.split(&asked);
            prop_assert_eq!(&split.open.union(&split.unknown).union(&split.shut), &asked);
            prop_assert!(!split.open.overlaps(&split.unknown));
            prop_assert!(!split.open.overlaps(&split.shut));
            prop_assert!(!split.unknown.overlaps(&split.shut));
            prop_assert!(real.covers(&split.open) && !real.overlaps(&split.shut));
            prop_assert!(!bounds.is_exact() || split.unknown.is_empty());
        }
        prop_assert!(Bounds::exact(p).minus(&Bounds::exact(q)).is_exact());
    }
}

/// The fewest blocks that make up the set, by halving: none, one when full, else those of both halves.
fn fewest_blocks(held: &[bool]) -> usize {
    match held {
        _ if held.iter().all(|&one| !one) => 0,
        _ if held.iter().all(|&one| one) => 1,
        _ => {
            let (low, high) = held.split_at(held.len() / 2);
            fewest_blocks(low) + fewest_blocks(high)
        }
    }
}

#[test]
fn all_but_one_address_is_a_ladder_of_blocks() {
    let all_but = |address: &str| Addresses::all().difference(&Addresses::from(address.parse::<IpAddr>().unwrap()));
    // One block of each length from 1 to the longest; the other family stays one block.
    assert_eq!(all_but("255.255.255.255").cidrs().len(), 32 + 1);
    assert_eq!(all_but("0.0.0.0").cidrs().len(), 32 + 1);
    assert_eq!(all_but("::").cidrs().len(), 1 + 128);
    assert_eq!(all_but("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").cidrs().len(), 1 + 128);
    assert_eq!(Addresses::all().to_string(), "0.0.0.0/0, ::/0");
    assert_eq!(Addresses::empty().to_string(), "none");
}

#[test]
fn whole_families_and_single_points_hold_just_that() {
    let ends = ["0.0.0.0", "255.255.255.255", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"];
    let held = |set: &Addresses| ends.map(|address| set.contains(address.parse::<IpAddr>().unwrap()));
    assert_eq!(held(&Addresses::all_v4()), [true, true, false, false]);
    assert_eq!(held(&Addresses::all_v6()), [false, false, true, true]);
    assert_eq!(held(&Addresses::all()), [true; 4]);
    let single = IntervalSet::single(7_u8);
    assert_eq!((0..=u8::MAX).filter(|&point| single.contains(point)).collect::<Vec<_>>(), [7]);
}

#[test]
fn traffic_is_printed_by_cell() {
    let block = Addresses::from(Cidr::exact("10.0.0.0/16").unwrap());
    let web = Traffic::new(&Services::tcp(443), &block);
    assert_eq!(web.to_string(), "tcp 443: 10.0.0.0/16");
    assert_eq!(web.cells().map(|cell| cell.to_string()).collect::<Vec<_>>(), ["tcp 443: 10.0.0.0/16"]);
    assert_eq!(Traffic::empty().to_string(), "none");
}
