@echo off
setlocal EnableExtensions EnableDelayedExpansion
rem Starts the workshop command. Finds a JDK, builds what is missing, and hands over to Java.
rem What the POSIX script beside this one does, for Windows; it rebuilds when target\built of runner or comparison is deleted.
set "WANTED=25"
cd /d "%~dp0" || exit /b 2

set "JDK="
if not "!CD:;=!"=="!CD!" (
  echo The path of this folder has a semicolon in it, which Java cannot have in a class path: move it. 1>&2
  exit /b 2
)
call :try "%WORKSHOP_JAVA_HOME%"
if defined WORKSHOP_JAVA_HOME if not defined JDK (
  echo WORKSHOP_JAVA_HOME is !WORKSHOP_JAVA_HOME!, and there is no JDK %WANTED% or later in there. 1>&2
  echo Set it to the folder of a JDK, or unset it. 1>&2
  exit /b 2
)
call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where javac 2^>nul') do call :try "%%~dpJ.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
  if exist "%%~R" for /d %%J in ("%%~R\*") do call :try "%%~J"
)
if not defined JDK (
  echo The workshop needs a JDK, version %WANTED% or later, and found none. 1>&2
  echo. 1>&2
  echo How to get one:  winget install EclipseAdoptium.Temurin.%WANTED%.JDK 1>&2
  echo or say where it is:  set WORKSHOP_JAVA_HOME=C:\path\to\jdk-%WANTED% 1>&2
  exit /b 2
)

set "MODULE=runner"
if "%~1"=="compare" set "MODULE=comparison"
if not exist testkit\target\testkit.jar if exist %MODULE%\target\built del %MODULE%\target\built
if not exist %MODULE%\target\%MODULE%.jar if exist %MODULE%\target\built del %MODULE%\target\built
if not exist %MODULE%\target\built (
  where mvn >nul 2>nul || (
    echo The workshop must be built once, and for that it needs Apache Maven 3.8 or later: there is no mvn. 1>&2
    echo See maven.apache.org/install.html, then start workshop again. 1>&2
    exit /b 2
  )
  if not exist %MODULE%\target mkdir %MODULE%\target || exit /b 2
  echo Building the workshop ^(the first time takes about a minute^) ... 1>&2
  set "JAVA_HOME=!JDK!"
  call mvn -B -Dstyle.color=never -pl %MODULE% -am -Dmaven.test.skip=true package >%MODULE%\target\build.log 2>&1
  if errorlevel 1 (
    echo The build failed. Its last words: 1>&2
    findstr /b /c:"[ERROR]" %MODULE%\target\build.log 1>&2
    echo All of it is in %~dp0%MODULE%\target\build.log. 1>&2
    exit /b 2
  )
  echo built>%MODULE%\target\built
)

if "%MODULE%"=="comparison" (
  "%JDK%\bin\java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -cp "comparison\target\comparison.jar;comparison\target\lib\*" workshop.comparison.Compare %*
  exit /b !ERRORLEVEL!
)

"%JDK%\bin\java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx160m --enable-native-access=ALL-UNNAMED "-Dworkshop.root=%CD%" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -cp "testkit\target\testkit.jar;testkit\target\lib\*;runner\target\runner.jar;runner\target\lib\*" workshop.runner.Main %*
exit /b %ERRORLEVEL%

rem Sets JDK if the folder holds one that is new enough. The first one stays.
:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims=. " %%V in ('"%~1\bin\javac" -version 2^>^&1') do if %%V GEQ %WANTED% set "JDK=%~1"
exit /b 0
