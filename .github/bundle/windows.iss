; The installer for Windows: into the user's own folder, without administrator rights.
; iscc /DVersion=0.1.0 /DFolder=dist\malkkeum .github\bundle\windows.iss
[Setup]
AppId={{6C2E7F1A-4B0D-4B0B-9C0C-3D6C2B7B9E52}
AppName=말끔
AppVersion={#Version}
PrivilegesRequired=lowest
DefaultDirName={localappdata}\Programs\Malkkeum
DisableProgramGroupPage=yes
UninstallDisplayIcon={app}\malkkeum.exe
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=malkkeum-windows
LicenseFile=LICENSE
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes

[Languages]
#if FileExists(CompilerPath + "Languages\Korean.isl")
Name: "ko"; MessagesFile: "compiler:Languages\Korean.isl"
#else
Name: "en"; MessagesFile: "compiler:Default.isl"
#endif

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{userprograms}\말끔"; Filename: "{app}\malkkeum.exe"

; one of the programs under 연결 프로그램 for .txt, never the default
[Registry]
Root: HKCU; Subkey: "Software\Classes\Malkkeum.Transcript"; ValueType: string; ValueData: "녹취록"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Malkkeum.Transcript\DefaultIcon"; ValueType: string; ValueData: "{app}\malkkeum.exe,0"
Root: HKCU; Subkey: "Software\Classes\Malkkeum.Transcript\shell\open\command"; ValueType: string; ValueData: """{app}\malkkeum.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Classes\.txt\OpenWithProgids"; ValueType: string; ValueName: "Malkkeum.Transcript"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\Applications\malkkeum.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "말끔"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Applications\malkkeum.exe\SupportedTypes"; ValueType: string; ValueName: ".txt"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\Applications\malkkeum.exe\shell\open\command"; ValueType: string; ValueData: """{app}\malkkeum.exe"" ""%1"""
