# “Gadael y dudalen hon”, a’r hyn y gall ac na all ei wneud.

exit-emergency = Argyfwng:
exit-this-page = Gadael y dudalen hon
exit-staying-safe = Cadw’n ddiogel ar-lein
exit-what-it-does = Mae “Gadael y dudalen hon” yn agor tudalen dywydd yn lle’r un hon.
exit-keys = Mae pwyso’r fysell Shift deirgwaith yn gwneud yr un peth.
exit-cannot-hide = Ni all guddio eich bod wedi bod yma:
exit-history = Mae’r dudalen hon yn dal i fod yn hanes eich porwr. Gallwch ei dileu yno, ond efallai y bydd rhywun yn sylwi ar y bwlch.
exit-back = Gall y botwm Yn ôl arwain o hyd at dudalennau a agorwyd gennych o’r blaen.
exit-private-window = Mae ffenestr breifat yn cadw llai. Nid yw’n cuddio dim rhag rhywun sy’n gweld eich sgrin, sy’n gwybod eich cyfrinair neu sydd wedi rhoi ap ar eich ffôn i’ch dilyn.
exit-other-device = Os gall rhywun fod yn gwylio, defnyddiwch ffôn neu gyfrifiadur na allant ei gyrraedd, fel un ffrind neu un y llyfrgell.
exit-danger = Os ydych mewn perygl, ffoniwch 999. Gall plant a phobl ifanc ffonio Childline, am ddim, ar { $childline }.
