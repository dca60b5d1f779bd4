# Beth sy’n profi fersiwn.

evidence-demonstration = Mae’r cofnod hwn wedi’i selio ag allwedd arddangos, sydd gan bawb. Mae’n dangos sut mae tystiolaeth yn gweithio ac nid yw’n profi dim.
evidence-text-itself = Y testun ei hun: { $publication }, { $address }
evidence-what-it-shows = Beth y mae hwn yn ei ddangos, a beth nad yw’n ei ddangos
evidence-fingerprints = Mae’r cofnod isod yn enwi pob testun o’r fersiwn hwn wrth ei olion bysedd, rhif hir a wnaed ohono. Os bydd un llythyren o destun yn newid, bydd ei olion bysedd yn newid.
evidence-entry-and-proof = Mae’r cofnodiad yn enwi’r cofnod wrth ei olion bysedd. Mae’r prawf yn arwain o’r cofnodiad at bwynt gwirio, sef ychydig linellau sy’n sefyll dros y cofnod cyfan hyd hynny, a lofnododd y cyngor.
evidence-withheld = Daliwyd rhan yn ôl ar ôl hynny. Mae’r cofnod isod yn dweud pa un, felly nid ei olion bysedd ef yw’r rhai yn y cofnodiad mwyach: mae’r hysbysiad ar dudalen y cofnod yn enwi’r rhai newydd.
evidence-later-checkpoint = Gall pwy bynnag a gadwodd bwynt gwirio diweddarach ddweud a ysgrifennwyd y cofnod o’r newydd ers hynny.
evidence-not-sealed = Mae’r fersiwn hwn wedi’i gyhoeddi, ond nid yw wedi’i selio eto: nid oes ganddo le yn y log a lofnodwyd. Hyd nes y bydd, nid yw’r cofnod ond yn dangos yr hyn y mae’r cyngor yn ei ddweud heddiw.
evidence-dates = Gair y cyngor ei hun yw’r dyddiadau, oni bai bod “Yn bodoli erbyn” yn enwi rhywun arall.
evidence-how-to-check = Sut i wirio hyn i gyd eich hun
evidence-record = Cofnod y fersiwn hwn
evidence-entry = Ei gofnodiad yn y log
evidence-proof = Y prawf ei fod yn y log
evidence-files = Yr un peth fel ffeiliau
evidence-command = Gall y cyngor roi’r cyfan, gyda’r ffynonellau, mewn un ffeil i’w throsglwyddo: { $command }
