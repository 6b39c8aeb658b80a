#!/usr/bin/env bash
# Counts people with jq and sort: ./primary-addresses.sh CONSUMED_LICENSES EXPORT...
# Server accounts with one primary address are one person, and that of the cloud account that has the address.
set -euo pipefail
export LC_ALL=C

licenses=$1
shift
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

jq -r '.users[].emails[] | select(.primary) | .email' "$@" | tr '[:upper:]' '[:lower:]' | sort -u > "$work/primaries"

# Of each cloud account a line that names it, and one for each of its addresses.
jq -r '.[].users[] | .github_com_login as $login | "account \($login)",
  (.enterprise_server_emails[], .github_com_verified_domain_emails[], .github_com_saml_name_id
  | select(. != null and contains("@")) | "\(.) \($login)")' "$licenses" | tr '[:upper:]' '[:lower:]' > "$work/lines"
grep '@' "$work/lines" | sort -u > "$work/addresses"

accounts=$(grep -c '^account ' "$work/lines")
primaries=$(wc -l < "$work/primaries")
matched=$(join "$work/primaries" "$work/addresses" | cut -d ' ' -f 1 | uniq | wc -l)
echo $((accounts + primaries - matched))
