//! Pins and clusters: what is too close to be told apart becomes one, so that a map of any number of
//! cities stays readable and small.

use std::collections::HashMap;

/// A city of the search at its place on the map.
#[derive(Clone, Debug)]
pub struct Point {
    /// Where the city stands in the list of all.
    pub city: usize,
    pub x: f64,
    pub y: f64,
    pub cases: i64,
}

/// Cities that share a pin.
#[derive(Clone, Debug, Default)]
pub struct Cluster {
    pub x: f64,
    pub y: f64,
    pub cases: i64,
    /// The city with most cases first.
    pub cities: Vec<usize>,
}

/// Nearer than this, in units of the map, pins become one.
const APART: f64 = 46.0;
/// Cities within a square of this side are taken together before distances are measured.
const SQUARE: f64 = 12.0;

/// Puts points together. However many there are, the number of clusters is bounded by the area.
pub fn clusters(mut points: Vec<Point>) -> Vec<Cluster> {
    points.sort_by(|a, b| b.cases.cmp(&a.cases).then(a.city.cmp(&b.city)));
    let mut squares: HashMap<(i64, i64), usize> = HashMap::new();
    let mut coarse: Vec<Cluster> = Vec::new();
    for point in points {
        let square = ((point.x / SQUARE).floor() as i64, (point.y / SQUARE).floor() as i64);
        let at = *squares.entry(square).or_insert_with(|| {
            coarse.push(Cluster { x: point.x, y: point.y, ..Cluster::default() });
            coarse.len() - 1
        });
        coarse[at].cases += point.cases;
        coarse[at].cities.push(point.city);
    }
    let mut clusters: Vec<Cluster> = Vec::new();
    coarse.sort_by(|a, b| b.cases.cmp(&a.cases).then(a.cities.cmp(&b.cities)));
    for one in coarse {
        let near = |other: &&mut Cluster| {
            (other.x - one.x).powi(2) + (other.y - one.y).powi(2) < APART * APART
        };
        match clusters.iter_mut().find(near) {
            Some(cluster) => {
                cluster.cases += one.cases;
                cluster.cities.extend(one.cities);
            }
            None => clusters.push(one),
        }
    }
    clusters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_thousand_cities_make_few_pins_and_lose_no_case() {
        let point = |city: usize| Point {
            city,
            x: (city as f64 * 7.13) % 1000.0,
            y: (city as f64 * 3.77) % 556.0,
            cases: 1 + (city % 5) as i64,
        };
        let points: Vec<_> = (0..100_000).map(point).collect();
        let cases: i64 = points.iter().map(|point| point.cases).sum();
        let clusters = clusters(points);
        assert!(clusters.len() < 400, "{}", clusters.len());
        assert_eq!(clusters.iter().map(|cluster| cluster.cases).sum::<i64>(), cases);
        assert_eq!(clusters.iter().map(|cluster| cluster.cities.len()).sum::<usize>(), 100_000);
    }

    #[test]
    fn pins_do_not_cover_each_other() {
        let point = |city: usize| Point {
            city,
            x: (city * 37 % 1000) as f64,
            y: (city * 91 % 400) as f64,
            cases: 1,
        };
        let clusters = clusters((0..500).map(point).collect());
        for (at, one) in clusters.iter().enumerate() {
            for other in &clusters[at + 1..] {
                let apart = (one.x - other.x).hypot(one.y - other.y);
                assert!(apart >= APART, "{apart}");
            }
        }
    }
}
