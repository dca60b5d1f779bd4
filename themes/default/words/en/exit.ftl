# “Exit this page”, and what it can and cannot do. Never promise that it hides a visit.

exit-emergency = Emergency:
exit-this-page = Exit this page
exit-staying-safe = Staying safe online
exit-what-it-does = “Exit this page” opens a weather page in place of this one.
exit-keys = Pressing the Shift key three times does the same.
exit-cannot-hide = It cannot hide that you were here:
exit-history = Your browser still has this page in its history. You can delete it there, but somebody may notice the gap.
exit-back = The Back button may still lead to pages that you opened before.
exit-private-window = A private window keeps less. It hides nothing from somebody who sees your screen, knows your password or put an app on your phone to follow you.
exit-other-device = If somebody may be watching, use a phone or computer that they cannot get at, such as a friend’s or a library’s.
exit-danger = If you are in danger, call 999. Children and young people can call Childline, free, on { $childline }.
