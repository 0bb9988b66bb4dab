#!/bin/sh
# Prepares a USB stick for a room with a bad network, and checks that it works without one.
#
#   docs/instructor/stick.sh make FOLDER     copies the workshop and everything that Maven needs
#   docs/instructor/stick.sh check FOLDER    tries it as a participant would, with the network off
#
# "make" needs a network. "check" runs on Linux and needs "unshare", which is part of util-linux.
set -eu

usage() {
  sed -n '4,5s/^#   //p' "$0" >&2
  exit 2
}

[ $# -eq 2 ] || usage
task=$1
mkdir -p "$2"
stick=$(CDPATH='' cd -- "$2" && pwd)
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)

# Builds all that a participant builds, so that Maven downloads what it needs into the given folder.
fill() {
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  git clone -q "$root" "$work/workshop"
  cd "$work/workshop"
  # What ./workshop and ./workshop compare build, then what an editor and mvn need for the suites.
  mvn -B -q "-Dmaven.repo.local=$stick/repository" -Dmaven.test.skip=true package
  mvn -B -q "-Dmaven.repo.local=$stick/repository" -pl 01-blocking-baseline -am test \
    -Dtest=WelcomeTest -Dsurefire.failIfNoSpecifiedTests=false
}

make() {
  rm -rf "$stick/workshop"
  git clone -q "$root" "$stick/workshop"
  fill
  cp "$root/docs/instructor/stick-readme.txt" "$stick/README.txt"
  du -sh "$stick" | sed 's/\t.*/ on the stick/'
  echo "Add a JDK and a Maven for each operating system by hand: see docs/instructor/room.md."
}

# A participant has an empty home, copies the repository there, clones, and starts.
check() {
  home=$(mktemp -d)
  trap 'rm -rf "$home"' EXIT
  mkdir -p "$home/.m2"
  cp -R "$stick/repository" "$home/.m2/repository"
  git clone -q "$stick/workshop" "$home/workshop"
  cd "$home/workshop"
  unshare --map-root-user --net env "HOME=$home" "MAVEN_OPTS=-Duser.home=$home" sh -ec '
    ./workshop list
    ./workshop run 01-0
    mvn -B -q -pl 01-blocking-baseline -am test -Dtest=WelcomeTest -Dsurefire.failIfNoSpecifiedTests=false
  '
  echo "The stick works without a network."
}

case $task in
  make) make ;;
  check) check ;;
  *) usage ;;
esac
