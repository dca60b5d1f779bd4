# Rhestr cofnodion penderfyniadau.

decisions-newest-first = Y diweddaraf yn gyntaf.
decisions-date = Dyddiad
decisions-taken-by = Gwnaed gan
decisions-outcome = Canlyniad
decisions-approved = Yr hyn a gymeradwywyd
decisions-none = Nid oes penderfyniad wedi’i gofnodi eto.
