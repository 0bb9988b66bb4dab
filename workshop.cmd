@echo off
rem Starts the workshop command on Windows, as the script "workshop" does on other systems:
rem finds a JDK, builds what is missing, and hands over to Java.
rem There is no delayed expansion, because it removes "!" from arguments and paths. No path is expanded in a block in
rem parentheses, because a ")" in it would end the block. A variable of "for" prints a path whose "&" is only a letter.
setlocal EnableExtensions DisableDelayedExpansion
set "WANTED=25"
set "CODE=2"
set "HERE=%CD%"
cd /d "%~dp0"
if not exist testkit\pom.xml goto elsewhere
if not "%CD:;=%"=="%CD%" goto semicolon
set "MODULE=runner"
set "WHAT=workshop"
if "%~1"=="compare" set "MODULE=comparison"
if "%~1"=="compare" set "WHAT=comparison"

set "JDK="
set "SEEN="
if not defined WORKSHOP_JAVA_HOME goto search
call :try "%WORKSHOP_JAVA_HOME:"=%"
if not defined JDK goto wrong_setting
goto found
:search
if defined JAVA_HOME call :try "%JAVA_HOME:"=%"
for %%J in (javac.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu") do for /d %%J in ("%%~R\*") do call :try "%%~J"
for %%R in ("%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do for /d %%J in ("%%~R\*") do call :try "%%~J"
if not defined JDK goto no_jdk
:found

rem It is built if the last build is complete and its sources had the same names, sizes and times as now.
if not exist %MODULE%\target mkdir %MODULE%\target 2>nul
call :sources >%MODULE%\target\sources 2>nul
if not exist disk\target\disk.jar goto build
if not exist testkit\target\testkit.jar goto build
if not exist %MODULE%\target\%MODULE%.jar goto build
if not exist %MODULE%\target\built goto build
fc /b %MODULE%\target\sources %MODULE%\target\built >nul 2>nul
if not errorlevel 1 goto run

:build
set "MVN="
for %%M in (mvn.cmd mvn.bat mvn.exe) do if not "%%~$PATH:M"=="" set "MVN=%%M"
if not defined MVN goto no_maven
del /q %MODULE%\target\build.log 2>nul
if exist %MODULE%\target\build.log goto unwritable
type nul >%MODULE%\target\build.log 2>nul
if not exist %MODULE%\target\build.log goto unwritable
>&2 echo Building the %WHAT% (the first time takes about a minute) ...
setlocal
set "JAVA_HOME=%JDK%"
call mvn -B -Dstyle.color=never -pl %MODULE% -am -Dmaven.test.skip=true package <nul >%MODULE%\target\build.log 2>&1
endlocal & set "BUILD=%ERRORLEVEL%"
if not "%BUILD%"=="0" goto build_failed
copy /y %MODULE%\target\sources %MODULE%\target\built >nul

rem Options from outside would print lines, or give the command another collector, an agent or a heap size.
:run
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
rem Java writes UTF-8, so the console needs that code page. It gets its own code page back afterwards.
set "PAGE="
for /f "tokens=2 delims=:." %%P in ('chcp 2^>nul') do set "PAGE=%%P"
chcp 65001 >nul 2>nul
if "%MODULE%"=="comparison" goto compare
"%JDK%\bin\java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx160m --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -cp "testkit\target\testkit.jar;testkit\target\lib\*;runner\target\runner.jar;runner\target\lib\*" workshop.runner.Main %*
set "CODE=%ERRORLEVEL%"
goto ran
:compare
"%JDK%\bin\java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dworkshop.here=%HERE%\." -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -cp "comparison\target\comparison.jar;comparison\target\lib\*" workshop.comparison.Compare %*
set "CODE=%ERRORLEVEL%"
:ran
if defined PAGE chcp %PAGE% >nul 2>nul
goto end

rem Sets JDK if the folder holds one that is new enough and none was found before.
:try
if defined JDK exit /b 0
if not exist "%~f1\bin\javac.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
set "VERSION="
for /f "usebackq tokens=1,2 delims==" %%K in ("%~f1\release") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
set "SEEN=%SEEN%, %~f1 (Java %VERSION%)"
for /f "delims=.-+" %%V in ("%VERSION%") do if %%V GEQ %WANTED% set "JDK=%~f1"
exit /b 0

rem Prints a line for each source that the build needs: its time, its size and its name.
:sources
for %%F in (pom.xml disk\pom.xml testkit\pom.xml %MODULE%\pom.xml) do echo %%~tzF %%F
call :folder disk\src\main
call :folder testkit\src\main
call :folder %MODULE%\src\main
if "%MODULE%"=="comparison" for /d %%D in (solutions\*) do call :folder "%%D\src\main"
exit /b 0

:folder
for /r %1 %%F in (*) do echo %%~tzF %%F
exit /b 0

:elsewhere
for %%F in ("%~dp0.") do >&2 echo The folder %%~F cannot be entered: one of the network needs a drive letter, as by net use.
goto end

:semicolon
for %%F in ("%CD%") do >&2 echo The path of this folder, %%~F, has a semicolon in it, which Java cannot have in a class path: move it.
goto end

:wrong_setting
for %%F in ("%WORKSHOP_JAVA_HOME:"=%") do >&2 echo WORKSHOP_JAVA_HOME is %%~F, and there is no JDK %WANTED% or later in there.
if defined SEEN for %%F in ("%SEEN:~2%") do >&2 echo Too old: %%~F
>&2 echo Set it to the folder of a JDK, the one with bin\javac.exe in it, or unset it.
goto end

:no_jdk
>&2 echo The workshop needs a JDK, version %WANTED% or later, and found none.
if defined SEEN for %%F in ("%SEEN:~2%") do >&2 echo Too old: %%~F
>&2 echo How to get one:  winget install EclipseAdoptium.Temurin.%WANTED%.JDK
>&2 echo or say where it is:  set WORKSHOP_JAVA_HOME=C:\path\to\jdk-%WANTED%
goto end

:no_maven
>&2 echo The workshop must be built once, and for that it needs Apache Maven 3.8 or later: there is no mvn.
>&2 echo See maven.apache.org/install.html, then start workshop again.
goto end

:unwritable
for %%F in ("%CD%") do >&2 echo The folder %%~F cannot be written to, or the disk is full: the workshop cannot be built here.
goto end

:build_failed
>&2 echo The build failed. The end of its output:
findstr /b /l /c:"[ERROR]" /c:"[FATAL]" %MODULE%\target\build.log >&2
for %%F in (%MODULE%\target\build.log) do >&2 echo The whole output is in %%~fF.

rem This must be the last command, and not "exit /b", so that "workshop run && ..." sees the exit code.
:end
"%COMSPEC%" /c exit %CODE%
