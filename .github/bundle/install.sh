#!/usr/bin/env bash
# Puts the program that lies beside this file into the user's own menu and among the programs that open .txt;
# it becomes nobody's default, and no other user is touched. `install.sh --remove` takes both away.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
menu="${XDG_DATA_HOME:-$HOME/.local/share}/applications"
commands="$HOME/.local/bin"
if [ "${1:-}" = "--remove" ]; then
  rm -f "$menu/malkkeum.desktop" "$commands/malkkeum"
  echo "메뉴에서 지웠습니다. 노트는 그대로 있습니다."
  exit 0
fi
mkdir -p "$menu" "$commands"
sed "s|@FOLDER@|${here//|/\\|}|g" "$here/malkkeum.desktop" >"$menu/malkkeum.desktop"
ln -sf "$here/malkkeum" "$commands/malkkeum"
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$menu"; fi
echo "메뉴에 '말끔'을 넣었습니다."
