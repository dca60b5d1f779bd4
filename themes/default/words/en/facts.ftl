# What changed beside the texts of a publication: its facts, who signed, its actions and files.

# What facts are called.
facts-title = Title
facts-summary = Summary
facts-kind = Kind
facts-owner = Owner
facts-sponsor = Sponsor
facts-consultation = Consultation
facts-replaces = Replaces
facts-reach = How it reaches people
facts-page-order = Order of pages
facts-topics-covered = Topics covered
facts-topics-not-applicable = Topics that do not apply
facts-decision-date = Date of the decision
facts-made-from = Made from the version
facts-basis = Legal right or choice
facts-arrangements = For kinship arrangements
facts-situations = Situations
facts-last-confirmed = Last confirmed

# When it is looked at again, and what approved it.
facts-review-by = by { $day }
facts-review-every-months = { $count ->
    [one] every month
   *[other] every { $count } months
}
facts-review-every-years = { $count ->
    [one] every year
   *[other] every { $count } years
}
facts-approved-by-decision = the decision { $decision }
facts-approved-by-body = { $body }, { $day }

# Who was asked. These stand one after the other: “from 1 May 2026 to 1 June 2026 with care leavers report: answers”.
facts-consultation-from = from { $from }
facts-consultation-to = to { $to }
facts-consultation-from-to = from { $from } to { $to }
facts-consultation-with = with { $people }
facts-consultation-report = report: { $report }

# An organisation, with what a reader has to know of it.
facts-organisation-home = { $name } (one of its children’s homes)
facts-organisation-ceased = { $name } (ceased on { $day })

# How an organisation stands: “signed version 2026-07-01 on 2 July 2026 (Chief Officer)”.
facts-signed = signed
facts-agreed = agreed
facts-invited = invited
facts-withdrawn = withdrawn
facts-standing-version = { $standing } version { $version }
facts-standing-day = { $standing } on { $day }
facts-standing-version-day = { $standing } version { $version } on { $day }
facts-standing-role = { $standing } ({ $role })

# What happened to a row of the register of sign-ups.
facts-sign-up-added = Added: { $is }
facts-sign-up-standing = Was: { $was }. Now: { $is }
facts-sign-up-undertaking = Its undertaking was: { $was }. It is now: { $is }
facts-sign-up-removed = No longer listed. Was: { $was }

# An action, and what became of it.
facts-action = { $owner }; due: { $due }; status: { $status }
facts-action-action = Action was: { $was }. Now: { $is }
facts-action-who = Who was: { $was }. Now: { $is }
facts-action-due = Due was: { $was }. Now: { $is }
facts-action-measure = Measure was: { $was }. Now: { $is }
facts-action-status = Status was: { $was }. Now: { $is }
facts-no-date = no date set
# Stands in for a text that is empty: “Measure was: nothing. Now: ten homes”.
facts-nothing = nothing

# What happened to a file.
facts-file-added = Added
facts-file-replaced = Replaced by a new file
facts-file-removed = Taken away
