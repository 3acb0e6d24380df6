//! A finished wheel as data: for those who draw it themselves.

use crate::plan::{BodyId, Plan};
use crate::wheel::{Lane, MandateWheel, Wheel};
use serde::Serialize;

/// A wheel and the bodies of its lanes. Everything has its place in wheel units: a square of
/// 1000 × 1000 with the centre at 500, 500, and angles in degrees clockwise from the top.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WheelData<'a, T> {
    /// The wheel.
    #[serde(flatten)]
    pub wheel: &'a T,
    /// Ids of the lanes' bodies, lane by lane; none for a lane that is nobody's.
    pub bodies: Vec<Option<&'a str>>,
}

impl<'a> WheelData<'a, Wheel> {
    /// The wheel of a year.
    #[must_use]
    pub fn year(wheel: &'a Wheel, plan: &'a Plan) -> Self {
        let bodies = bodies(&wheel.lanes, plan);
        Self { wheel, bodies }
    }
}

impl<'a> WheelData<'a, MandateWheel> {
    /// The wheel of a mandate period.
    #[must_use]
    pub fn mandate(wheel: &'a MandateWheel, plan: &'a Plan) -> Self {
        let bodies = bodies(&wheel.lanes, plan);
        Self { wheel, bodies }
    }
}

fn bodies<'a>(lanes: &[Lane], plan: &'a Plan) -> Vec<Option<&'a str>> {
    let id = |id: BodyId| plan.body(id).id().as_str();
    lanes.iter().map(|lane| lane.body.map(id)).collect()
}
