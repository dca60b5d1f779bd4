# Y dudalen chwilio. Mae’r hyn a ddywedir wrth chwilio yng ngeiriau’r sgriptiau.

search-title = Chwilio
search-what = Am beth ydych chi’n chwilio?
search-where = Ble
search-all-councils = Pob cyngor
search-old-versions = Chwilio hen fersiynau hefyd
search-button = Chwilio
search-needs = I chwilio, mae angen porwr sy’n rhedeg sgriptiau, a bod y wefan hon ar weinydd gwe. Heb hynny, defnyddiwch y rhestrau isod.

# Y rhestrau isod.
search-councils = Cynghorau, A i Y
search-council-and-supports = { $council }: { $supports }
search-supports = yr hyn y gallwch ei gael
# Darllenir ar ôl y ddolen, heb ei weld.
search-supports-of = , { $council }
search-by-kind = Yn ôl math
