#!/bin/sh
# Klik dua kali (pilih "Jalankan di Terminal"), atau sebut folder rapat: ./mulai.sh "folder rapat"
# Menyiapkan Renja, menyusun rencana, membuka dokumennya. Tanpa folder: rapat contoh.

start=$(pwd)
cd "$(dirname "$0")" || exit 1

finish() {
    printf '\n%s\n' "$2"
    if [ -t 0 ]; then
        printf 'Tekan Enter untuk menutup jendela ini. '
        read -r _
    fi
    exit "$1"
}

python=
for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    finish 1 "Python 3.11 atau yang lebih baru belum ada. Pasang dari https://www.python.org/downloads/ (Debian, Ubuntu: sudo apt install python3 python3-pip), lalu jalankan lagi."
fi

folder=$1
if [ -z "$folder" ] && [ -t 0 ]; then
    printf 'Seret folder rapat ke jendela ini lalu tekan Enter (kosong = rapat contoh): '
    read -r folder
    # Terminals put dropped names in quotes or set backslashes before spaces.
    if [ -n "$folder" ] && [ ! -e "$folder" ]; then
        plain=$(printf '%s\n' "$folder" | xargs printf '%s' 2>/dev/null) && folder=$plain
    fi
fi
case $folder in
    "") folder=inputs/rakor-tik-2017 ;;
    /*) ;;
    *) folder=$start/$folder ;;
esac

if ! "$python" mulai.py build "$folder"; then
    finish 1 "Rencana belum jadi. Sebab dan langkah berikutnya ada di atas; sesudah itu jalankan lagi."
fi
"$python" mulai.py open "$folder"
finish 0 "Selesai. Semua hasil ada di folder outputs di samping berkas ini."
