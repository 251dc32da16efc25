#!/bin/sh
# Trains and evaluates every dev set of the accuracy table and writes it into models/README.md, between its two marks.
#   models/table.sh DATA [SET...]       DATA has <head>/<set>/{train,dev}.tsv; without SET all sets
#   TEACHER=builtin models/table.sh …   adds the inline tier with the packaged encoder as teacher
#   DEEP=1 models/table.sh …            adds the deep tier and the cascade
# Rows of sets that are not asked for stay as they are. Half an hour for everything; each row is written as soon as it is known.
set -eu
cd "$(dirname "$0")/.."
[ $# -ge 1 ] && [ -d "$1" ] || { echo "usage: models/table.sh DATA [SET...]" >&2; exit 2; }
data=$1
shift
page=models/README.md
grep -q '^<!-- table -->$' $page && grep -q '^<!-- end of table -->$' $page || { echo "$page has no marks for the table" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# number FIELD: a field of the JSON line on stdin; percent: as a percentage
number() { sed -n "s/.*\"$1\":\([0-9.]*\|null\)[,}].*/\1/p"; }
percent() { awk '{ if ($1 == "") print "–"; else printf "%.1f\n", 100 * $1 }'; }

# row KEY CELLS...: puts a row into the table, in the place of the one with the same key
row() {
  key=$1
  line="| $1 | $2 | $3 | $4 | $5 | $6 | $7 | $8 |"
  awk -v key="| $key |" -v line="$line" '
    /^<!-- table -->$/ { inside = 1 }
    inside && index($0, key) == 1 { if (!done) print line; done = 1; next }
    /^<!-- end of table -->$/ { if (!done) print line; inside = 0 }
    { print }' $page > "$work/page"
  cat "$work/page" > $page
  echo "$line"
}

# measure KEY MUST MODEL TIER SET SECONDS [OOS]
measure() {
  json=$(./strowger evaluate --model "$3" --tier "$4" --data "$data/$5/dev.tsv" ${7:+--oos "$data/$7/dev.tsv"} --json | tail -1)
  field() { echo "$json" | number "$1"; }
  share=$(field deepShare | percent)
  [ "$4" = cascade ] || share=–
  auroc=$(field oosAuroc)
  [ "$auroc" != null ] || auroc=–
  row "$1" "$2" "$(field accuracy | percent) / $(field macroF1 | percent)" "$(field ece)" "$auroc" "$share" \
    "$(field messagesPerSecond | awk '{ printf "%d\n", $1 }')" "$6"
}

# train OUT ARGUMENTS...: leaves the seconds in $seconds
train() {
  out=$1
  shift
  started=$(date +%s)
  ./strowger train --out "$out" "$@" >&2
  seconds="$(($(date +%s) - started)) s"
}

# inline NAME MUST TASK SET [OOS]
inline() {
  train "$work/$1" --task "$3" --data "$data/$4/train.tsv"
  measure "$1" "$2" "$work/$1" inline "$4" "$seconds" "${5:-}"
  [ -n "${5:-}" ] || return 0
  train "$work/$1-oos" --task "$3" --data "$data/$4/train.tsv" --oos "$data/$5/train.tsv"
  measure "$1, with --oos" "$2" "$work/$1-oos" inline "$4" "$seconds" "$5"
}

# taught NAME MUST TASK SET
taught() {
  [ "${TEACHER:-}" = builtin ] || return 0
  train "$work/$1-taught" --task "$3" --data "$data/$4/train.tsv" --teacher builtin
  measure "$1, with --teacher builtin" "$2" "$work/$1-taught" inline "$4" "$seconds"
}

# deep NAME MUST MUST_OF_CASCADE TASK SET [OOS]
deep() {
  [ -n "${DEEP:-}" ] || return 0
  train "$work/$1-deep" --task "$4" --data "$data/$5/train.tsv" --dev "$data/$5/dev.tsv"
  train "$work/$1-deep" --task "$4" --data "$data/$5/train.tsv" --dev "$data/$5/dev.tsv" --tier deep
  measure "$1, deep" "$2" "$work/$1-deep" deep "$5" "$seconds" "${6:-}"
  measure "$1, cascade" "$3" "$work/$1-deep" cascade "$5" –
}

language() {
  train "$work/language" --task language --data "$data/language/sentences/train.tsv"
  measure language/sentences 94 "$work/language" inline language/sentences "$seconds"
}

shipped() {
  measure "shipped, language/sentences" 94 builtin:language inline language/sentences –
  measure "shipped, language/lingua-sentences" – builtin:language inline language/lingua-sentences –
  measure "shipped, language/lingua-words" 62 builtin:language inline language/lingua-words –
  measure "shipped, language/lingua-pairs" 77 builtin:language inline language/lingua-pairs –
  measure "shipped, airline" "72 / 62" builtin:sentiment inline sentiment/airline –
  measure "shipped, tickets" 45 builtin:urgency inline urgency/tickets –
}

for set in ${*:-banking77 clinc150 hwu64 bitext airline tickets emotion language shipped}; do
  case $set in
    banking77)
      inline banking77 91.5 intent intent/banking77
      taught banking77 91.5 intent intent/banking77
      deep banking77 93.5 93.0 intent intent/banking77
      ;;
    clinc150)
      inline clinc150 "91.5, AUROC 0.93" intent intent/clinc150 intent/clinc150-oos
      taught clinc150 91.5 intent intent/clinc150
      deep clinc150 "96.5, AUROC 0.96" 95.5 intent intent/clinc150 intent/clinc150-oos
      ;;
    hwu64)
      inline hwu64 88.5 intent intent/hwu64
      taught hwu64 88.5 intent intent/hwu64
      deep hwu64 91 90.5 intent intent/hwu64
      ;;
    bitext) inline bitext – intent intent/bitext ;;
    airline)
      inline airline "83 / 77" sentiment sentiment/airline
      taught airline "83 / 77" sentiment sentiment/airline
      deep airline "84 / 79" – sentiment sentiment/airline
      ;;
    tickets) inline tickets "73.5 / 73" urgency urgency/tickets ;;
    emotion) inline goemotions-ekman – emotion emotion/goemotions-ekman ;;
    language) language ;;
    shipped) shipped ;;
    *) echo "there is no set '$set'" >&2; exit 2 ;;
  esac
done
