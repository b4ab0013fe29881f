#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

# Runs a libFuzzer target beside its corpus, in a folder that is thrown away: PROGRAM CORPUS [OPTION...]
program=$1
corpus=$2
shift 2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/found" "$folder/tmp"
TMPDIR="$folder/tmp" "$program" -max_len=4096 -timeout=5 -rss_limit_mb=1024 -artifact_prefix="$folder/" "$@" \
  "$folder/found" "$corpus"
