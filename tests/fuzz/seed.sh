#!/bin/sh
# Fills corpus/ with the sample texts. Run in tests/fuzz.
set -eu
root=../..
mkdir -p corpus/page corpus/register corpus/change corpus/settings
name() { printf '%s' "$1" | tr '/' '_'; }
find "$root/content" -name '*.md' | while read -r file; do
    cp "$file" "corpus/page/$(name "${file#"$root"/}")"
    # Without front matter: below 4096 bytes more of them fit.
    awk 'marks >= 2 { print } /^\+\+\+$/ { marks++ }' "$file" | head -c 3000 \
        > "corpus/page/body_$(name "${file#"$root"/}")"
done
find "$root/content" -name '*.csv' | while read -r file; do
    cp "$file" "corpus/register/$(name "${file#"$root"/}")"
    tr ',' ';' < "$file" > "corpus/register/semicolon_$(name "${file#"$root"/}")"
done
# Bodies of one page in two versions.
find "$root/published" -path '*/body/*.html' | sort | while read -r new; do
    page=${new##*/body/}
    folder=${new%/*/body/*}
    for old in "$folder"/*/body/"$page"; do
        [ "$old" \< "$new" ] || continue
        cmp -s "$old" "$new" && continue
        out="corpus/change/$(name "${new#"$root"/published/}")_$(name "${old#"$folder"/}")"
        { head -c 2000 "$old"; printf '\0'; head -c 2000 "$new"; } > "$out"
        { cat "$old"; printf '\0'; cat "$new"; } > "$out.whole"
    done
done
cp "$root"/src/config/kinds/*.toml "$root/site-config.toml" corpus/settings/
find "$root/published" -name record.txt -o -path '*/log/pending/*.txt' | while read -r file; do
    cp "$file" "corpus/settings/$(name "${file#"$root"/published/}")"
done
