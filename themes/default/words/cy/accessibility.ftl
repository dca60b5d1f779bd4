# Y datganiad hygyrchedd, yng ngeiriau datganiad enghreifftiol rheoliadau 2018.

accessibility-title = Datganiad hygyrchedd
accessibility-committed = Mae { $authority } wedi ymrwymo i wneud ei wefan yn hygyrch, yn unol â Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018.
accessibility-applies-to = Mae’r datganiad hygyrchedd hwn yn berthnasol i’r tudalennau o dan { $address }
accessibility-not-written = Nid yw { $authority } wedi ysgrifennu ei ddatganiad hygyrchedd ar gyfer y tudalennau hyn eto. Hyd nes y bydd wedi gwneud hynny, nid yw’r dudalen hon yn honni dim.

accessibility-compliance = Statws cydymffurfio
accessibility-fully = Mae’r wefan hon yn cydymffurfio’n llawn â safon AA fersiwn 2.2 y Canllawiau Hygyrchedd Cynnwys Gwe.
accessibility-partially = Mae’r wefan hon yn cydymffurfio’n rhannol â safon AA fersiwn 2.2 y Canllawiau Hygyrchedd Cynnwys Gwe, oherwydd yr hyn a restrir isod.
accessibility-not = Nid yw’r wefan hon yn cydymffurfio â safon AA fersiwn 2.2 y Canllawiau Hygyrchedd Cynnwys Gwe. Rhestrir isod yr hyn nad yw’n cydymffurfio.

accessibility-problems = Cynnwys nad yw’n hygyrch
accessibility-problems-follow = Nid yw’r cynnwys a restrir isod yn hygyrch am y rhesymau a ganlyn.
accessibility-non-compliance = Diffyg cydymffurfio â’r rheoliadau hygyrchedd
accessibility-burden = Baich anghymesur
accessibility-not-in-scope = Cynnwys nad yw o fewn cwmpas y rheoliadau hygyrchedd
accessibility-fails = Mae hyn yn methu maen prawf llwyddiant { $criterion } WCAG 2.2.
accessibility-instead = Yr hyn y gallwch ei ddefnyddio yn lle hynny: { $instead }
accessibility-mended-by = Rydym yn bwriadu cywiro hyn erbyn { $day }.
accessibility-improving = Yr hyn rydym yn ei wneud i wella hygyrchedd

accessibility-preparation = Paratoi’r datganiad hygyrchedd hwn
accessibility-prepared = Paratowyd y datganiad ar
accessibility-reviewed = Adolygwyd y datganiad ddiwethaf ar
accessibility-tested = Profwyd y tudalennau ddiwethaf ar
accessibility-tested-by = Profwyd gan

accessibility-contact = Adborth a gwybodaeth gyswllt
accessibility-tell-us = Rhowch wybod i ni os na allwch ddefnyddio tudalen yma, neu os oes ei hangen arnoch ar ffurf arall, fel print bras, fersiwn hawdd ei ddeall neu ar bapur.
accessibility-no-contact = Ni roddir cyswllt yma.
accessibility-answers = Byddwn yn ateb o fewn { $days } diwrnod gwaith.

accessibility-enforcement = Gweithdrefn orfodi
accessibility-commission = Y Comisiwn Cydraddoldeb a Hawliau Dynol (EHRC) sy’n gyfrifol am orfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018 (y “rheoliadau hygyrchedd”). Os nad ydych yn fodlon ar y ffordd rydym yn ymateb i’ch cwyn, { $service }.
accessibility-service = cysylltwch â’r Gwasanaeth Cynghori a Chymorth Cydraddoldeb (EASS)
