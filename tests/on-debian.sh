#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

# Builds Tandem and runs its tests on another release of Debian than this one.

set -euo pipefail

usage() {
  cat <<'END'
Usage: tests/on-debian.sh [-m MIRROR] VERSION [COMMAND...]

Makes a small Debian of its own (12, 13) in build-debian-VERSION, copies what is
here into it, and runs COMMAND there: ./dev test if none is given. The second
time it goes on with what is there.

It needs root, debootstrap, and a mirror: MIRROR, or the one of this computer.
TANDEM_DEBIAN_ROOT is another folder for it, TANDEM_JOBS is as for ./dev.
A second run in the same folder waits for the first to end.
END
}

die() {
  printf 'on-debian.sh: %s\n' "$*" >&2
  exit 1
}

mirror=
while getopts m:h option; do
  case $option in
    m) mirror=$OPTARG ;;
    h) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
done
shift $((OPTIND - 1))

version=${1:-}
case $version in
  12) suite=bookworm ;;
  13) suite=trixie ;;
  *) usage >&2 && exit 2 ;;
esac
shift
(($# > 0)) || set -- ./dev test

[[ $(id -u) -eq 0 ]] || die "only root can make a system of its own. Please run it with sudo."

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=${TANDEM_DEBIAN_ROOT:-$source/build-debian-$version}

# One run at a time: another one would change the sources under its hands. What it has started holds the lock with it.
lock_system() {
  local lock
  exec {lock}>"$root.lock"
  if ! flock --nonblock "$lock"; then
    printf 'on-debian.sh: waiting for another run in %s to end\n' "$root" >&2
    flock "$lock"
  fi
}

# The mirror that this computer has its own packages from
own_mirror() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 2>/dev/null |
    head -n 1
}

make_system() {
  command -v debootstrap >/dev/null || die "please install debootstrap first."
  [[ $mirror ]] || mirror=$(own_mirror)
  rm -rf "$root"
  # Without a mirror it takes one that it knows.
  debootstrap --variant=minbase "$suite" "$root.part" ${mirror:+"$mirror"}
  mv "$root.part" "$root"
}

# Files keep their times, so that only what has changed is built again.
copy_sources() {
  mkdir -p "$root/tandem"
  find "$root/tandem" -mindepth 1 -maxdepth 1 ! -name 'build*' -exec rm -rf {} +
  git -C "$source" -c safe.directory="$source" ls-files -z --cached --others --exclude-standard |
    (cd "$source" && xargs -0 ls -d --zero 2>/dev/null || true) |
    tar -C "$source" --null --files-from=- -c |
    tar -C "$root/tandem" -x
}

# What is mounted here is seen by this process alone, and gone with it.
enter_system() {
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/tmp"
  mount -t tmpfs tmpfs "$root/run"
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM="${TERM:-dumb}" LANG=C.UTF-8 \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    ${TANDEM_JOBS:+TANDEM_JOBS="$TANDEM_JOBS"} \
    bash -c 'cd /tandem && exec "$@"' bash "$@"
}

if [[ ${TANDEM_IN_NAMESPACE:-} ]]; then
  enter_system "$@"
fi
lock_system
[[ -d $root/etc ]] || make_system
copy_sources
export TANDEM_IN_NAMESPACE=1
exec unshare --mount -- "$0" "$version" "$@"
