//! The rules that hold between fields: those of every record, and those of publishing.

use super::fields::Errors;
use super::{ActorRole, CaseStudy, FieldError, Funding, Refusal, SectionId, Status, bounds, dates};

/// The rules that JSON Schema cannot say. A field that was refused itself breaks no rule here.
pub(super) fn check(case: &CaseStudy, errors: &Errors) {
    check_period(case, errors);
    check_targets(case, errors);
    if let Some(funding) = &case.funding {
        check_funding(funding, errors);
    }
    if !errors.at("id") {
        for (at, related) in case.related.iter().enumerate() {
            if *related == case.id {
                errors.add(&format!("related[{at}]"), "related-to-itself", "is this case");
            }
        }
    }
    if let (Some(published), Some(updated)) = (case.editorial.published, case.editorial.updated)
        && updated < published
    {
        let message = format!("lies before published, {}", dates::to_rfc3339(published));
        errors.add("editorial.updated", "updated-before-published", message);
    }
}

fn check_period(case: &CaseStudy, errors: &Errors) {
    if errors.at("period") {
        return;
    }
    let start = &case.period.start;
    match &case.period.end {
        Some(end) if !dates::in_order(start, end) => {
            let message = format!("{end} lies before the start, {start}");
            errors.add("period.end", "end-before-start", message);
        }
        None if matches!(case.status, Status::Completed | Status::Discontinued)
            && !errors.at("status") =>
        {
            let message = format!("is required when the status is {}", case.status);
            errors.add("period.end", "end-missing", message);
        }
        _ => {}
    }
}

fn check_targets(case: &CaseStudy, errors: &Errors) {
    if errors.at("sdgs") || errors.at("sdg_targets") {
        return;
    }
    for (at, target) in case.sdg_targets.iter().enumerate() {
        if !case.sdgs.contains(&target.goal()) {
            let message = format!("{target} belongs to goal {}, which sdgs lacks", target.goal());
            errors.add(&format!("sdg_targets[{at}]"), "target-without-goal", message);
        }
    }
}

fn check_funding(funding: &Funding, errors: &Errors) {
    if let (Some(min), Some(max)) = (funding.amount_min, funding.amount_max)
        && min > max
    {
        let message = format!("{max} is less than amount_min, {min}");
        errors.add("funding.amount_max", "amounts-reversed", message);
    }
    let amount = funding.amount_min.or(funding.amount_max);
    if amount.is_some() && funding.currency.is_none() && !errors.at("funding.currency") {
        errors.add("funding.currency", "currency-missing", "is required with an amount");
    }
}

/// Refuses a record whose ActivityPub object no inbox would take.
pub(super) fn check_size(case: &CaseStudy) -> Result<(), Refusal> {
    let found = case.to_value().to_string().len();
    let most = bounds::RECORD_BYTES;
    let errors = Errors::default();
    if found > most {
        errors.add("record", "too-long", format!("at most {most} bytes of JSON, found {found}"));
    }
    errors.settle(())
}

/// What publishing asks for beyond the schema, where the field was not refused itself.
pub(super) fn check_publishing(case: &CaseStudy, refused: &Errors, wanted: &Errors) {
    let told = [SectionId::Challenge, SectionId::Results, SectionId::Lessons];
    let refused_told = told.iter().any(|id| refused.at(&format!("sections.{}", id.id())));
    if !refused_told && !told.iter().any(|id| case.sections.get(*id).is_some()) {
        wanted.add("sections", "missing", "one of challenge, results or lessons is required");
    }
    if case.scale.is_none() && !refused.at("scale") {
        wanted.add("scale", "missing", "is required");
    }
    let starts = |role: ActorRole| matches!(role, ActorRole::Initiator | ActorRole::Lead);
    if !refused.at("actors") && !case.actors.iter().any(|actor| starts(actor.role)) {
        wanted.add("actors", "missing", "an initiator or a lead is required");
    }
}

impl CaseStudy {
    /// Whether others may pass the whole case on; if not, only title, summary and link leave.
    pub fn is_open(&self) -> bool {
        self.licence.is_open()
    }

    /// What is still missing for publishing. An import that brings a published case warns of
    /// it; publishing here refuses.
    ///
    /// A contact is not among it: where a case names none, its network's secretariat answers.
    pub fn publish_problems(&self) -> Vec<FieldError> {
        let wanted = Errors::default();
        check_publishing(self, &Errors::default(), &wanted);
        wanted.into_list()
    }
}
