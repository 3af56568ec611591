@echo off
rem Klik dua kali, atau seret folder rapat ke berkas ini. Menyiapkan Renja, menyusun rencana, membuka dokumennya.
rem Tanpa folder: rapat contoh. Hanya huruf ASCII di berkas ini.
setlocal DisableDelayedExpansion
title Renja
set "HERE=%~dp0"
set "FOLDER="
set "CLICKED="
set "CODE=1"
set "PAGE="
if not "%~1"=="" set "FOLDER=%~f1"
setlocal EnableDelayedExpansion

rem Explorer puts no quotes around a dropped name with an ampersand and no space, and %1 ends there: the whole line
rem by which this window was started has it.
set "LINE=!CMDCMDLINE!"
set "REST=!LINE:*mulai.bat=!"
if "!REST!"=="!LINE!" goto python
set "CLICKED=1"
set "REST=!REST:"=!"
:trim
if not defined REST goto python
if not "!REST:~0,1!"==" " goto trimmed
set "REST=!REST:~1!"
goto trim
:trimmed
if exist "!REST!" set "FOLDER=!REST!"
if not defined FOLDER set "FOLDER=!REST!"

:python
set "PY="
call :try py -3
call :try python3
call :try python
if defined PY goto folder
echo Python 3.11 atau yang lebih baru belum ada di komputer ini.
echo Pasang dari https://www.python.org/downloads/ dan centang "Add python.exe to PATH",
echo lalu klik dua kali berkas ini lagi.
goto end

:folder
if defined FOLDER goto run
set /p "FOLDER=Seret folder rapat ke jendela ini lalu tekan Enter (kosong = rapat contoh): "
if defined FOLDER set "FOLDER=!FOLDER:"=!"
if not defined FOLDER set "FOLDER=inputs\rakor-tik-2017"

:run
rem A backslash before the closing quote would hide it from the program.
if "!FOLDER:~-1!"=="\" set "FOLDER=!FOLDER!."
rem pushd gives a folder of the network a letter of its own.
pushd "!HERE!"
for /f "tokens=2 delims=:." %%C in ('chcp') do set "PAGE=%%C"
chcp 65001 >nul
set "PYTHONUTF8=1"
%PY% mulai.py build "!FOLDER!"
if errorlevel 1 goto failed
%PY% mulai.py open "!FOLDER!"
set "CODE=0"
echo.
echo Selesai. Semua hasil ada di folder outputs di samping berkas ini.
goto back
:failed
echo.
echo Rencana belum jadi. Sebab dan langkah berikutnya ada di atas; sesudah itu jalankan lagi.
:back
if defined PAGE chcp !PAGE! >nul
popd

:end
echo Tekan tombol apa saja untuk menutup jendela ini.
pause >nul
if defined CLICKED exit !CODE!
exit /b !CODE!

:try
if defined PY exit /b
%* -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if !errorlevel! equ 0 set "PY=%*"
exit /b
