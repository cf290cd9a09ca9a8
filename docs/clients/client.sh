#!/usr/bin/env bash
# client.sh list PATH: all pages of a list, one a line. client.sh follow FILE: the changes released to you, one a line; FILE keeps the place.
set -euo pipefail
token() {
  printf %s "$SURETY_CLIENT_SECRET" | # by standard input: arguments of a command are seen by all
    curl -sS --fail "$SURETY_OIDC_ISSUER/protocol/openid-connect/token" -d grant_type=client_credentials -d "client_id=$SURETY_CLIENT_ID" \
      --data-urlencode client_secret@- | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p'
}
list() {
  local page next=
  while page=$(curl -sS --fail -H @- "$SURETY_URL$1?limit=100${next:+&cursor=$next}" <<<"Authorization: Bearer $(token)"); do
    printf '%s\n' "$page"
    next=$(sed -n 's/.*"next":"\([^"]*\)".*/\1/p' <<<"$page")
    [ -n "$next" ] || return 0
  done
  return 1
}
follow() {
  local line event= id= data=
  while :; do # a stream ends with its token; the place goes on
    curl -sSN --fail --speed-limit 1 --speed-time 60 -H @- -H "Last-Event-ID: $(cat "$1" 2>/dev/null)" \
      "$SURETY_URL/api/v1/changes/stream" <<<"Authorization: Bearer $(token)" | # a heartbeat comes more often
      while IFS= read -r line; do
        case $line in
          event:*) event=${line#event: } ;;
          id:*) id=${line#id: } ;;
          data:*) data=${line#data: } ;;
          '') [ "$event" != change ] || printf '%s\n' "$data"
              [ -z "$id" ] || { printf %s "$id" >"$1.new" && mv "$1.new" "$1"; } # behind what was done, never before
              event= data= ;;
        esac
      done || true
    sleep 2
  done
}
"$@"
