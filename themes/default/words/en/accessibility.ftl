# The accessibility statement, in the words of the model statement of the 2018 regulations.

accessibility-title = Accessibility statement
accessibility-committed = { $authority } is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
accessibility-applies-to = This accessibility statement applies to the pages under { $address }
accessibility-not-written = { $authority } has not written its accessibility statement for these pages yet. Until it has, this page claims nothing.

accessibility-compliance = Compliance status
accessibility-fully = This website is fully compliant with the Web Content Accessibility Guidelines version 2.2 AA standard.
accessibility-partially = This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to what is listed below.
accessibility-not = This website is not compliant with the Web Content Accessibility Guidelines version 2.2 AA standard. What does not comply is listed below.

accessibility-problems = Non-accessible content
accessibility-problems-follow = The content listed below is non-accessible for the following reasons.
accessibility-non-compliance = Non-compliance with the accessibility regulations
accessibility-burden = Disproportionate burden
accessibility-not-in-scope = Content that is not within the scope of the accessibility regulations
accessibility-fails = This fails WCAG 2.2 success criterion { $criterion }.
accessibility-instead = What you can use instead: { $instead }
accessibility-mended-by = We plan to mend this by { $day }.
accessibility-improving = What we’re doing to improve accessibility

accessibility-preparation = Preparation of this accessibility statement
accessibility-prepared = Statement prepared on
accessibility-reviewed = Statement last reviewed on
accessibility-tested = Pages last tested on
accessibility-tested-by = Tested by

accessibility-contact = Feedback and contact information
accessibility-tell-us = Tell us if you cannot use a page here, or if you need it in another form, such as large print, easy read or on paper.
accessibility-no-contact = No contact is given here.
accessibility-answers = { $days ->
    [one] We will answer within 1 working day.
   *[other] We will answer within { $days } working days.
}

accessibility-enforcement = Enforcement procedure
accessibility-commission = The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the “accessibility regulations”). If you’re not happy with how we respond to your complaint, { $service }.
# The link in the sentence before.
accessibility-service = contact the Equality Advisory and Support Service (EASS)
