<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ko">
<context>
    <name></name>
    <message>
        <source>클로바노트 녹취록을 회의록으로 정리합니다. 이 PC에서만 처리합니다.

말끔은 MIT 라이선스입니다. Qt for Python(LGPL-3.0, Qt {qt})과 Kiwi(Apache-2.0)를 함께 씁니다.</source>
        <translation>Turns CLOVA Note transcripts into minutes, on this PC alone.

Malkkeum is under the MIT licence. It uses Qt for Python (LGPL-3.0, Qt {qt}) and Kiwi (Apache-2.0).</translation>
    </message>
    <message>
        <source>말끔</source>
        <translation>Malkkeum</translation>
    </message>
    <message>
        <source>말끔 {version}</source>
        <translation>Malkkeum {version}</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>(설치하지 않은 판)</source>
        <translation>(not installed)</translation>
    </message>
    <message>
        <source>ChatGPT의 답을 여기에 붙여넣어 주세요. 나누어 물었다면 답을 모두 이어 붙여넣습니다.</source>
        <translation>Paste ChatGPT&apos;s answer here. If you asked in parts, paste all answers one after another.</translation>
    </message>
    <message>
        <source>물어볼 글이 그대로 붙었습니다. ChatGPT가 쓴 답을 복사해 붙여넣어 주세요.</source>
        <translation>That is the question itself. Please copy what ChatGPT wrote and paste it here.</translation>
    </message>
    <message>
        <source>답이 없는 부분이 있습니다({parts}). 그 부분의 내용은 회의록에서 빠집니다. 나머지 답도 이어 붙여넣어 주세요.</source>
        <translation>Some parts have no answer ({parts}). What they say will be missing from the minutes. Please paste the other answers too.</translation>
    </message>
    <message>
        <source>붙여넣은 글에서 답을 읽지 못했습니다. 받은 답을 처음부터 끝까지 모두 복사했는지 확인해 주세요.</source>
        <translation>The pasted text could not be read as an answer. Check that you copied the answer from beginning to end.</translation>
    </message>
    <message>
        <source>붙여넣은 답의 형식이 다릅니다. &apos;물어볼 글&apos;을 그대로 넣어 다시 물어봐 주세요.</source>
        <translation>The pasted answer has another form. Ask again with the copied question exactly as it is.</translation>
    </message>
    <message>
        <source>붙여넣은 답에 이 녹취록에서 근거를 찾을 수 있는 내용이 없습니다. 이 노트에 대해 받은 답인지 확인해 주세요.</source>
        <translation>Nothing in the pasted answer can be found in this transcript. Check that the answer is about this note.</translation>
    </message>
    <message>
        <source>물어본 글을 찾는 중입니다…</source>
        <translation>Looking for the question…</translation>
    </message>
    <message>
        <source>답변 붙여넣기</source>
        <translation>Paste an answer</translation>
    </message>
    <message>
        <source>ChatGPT의 답</source>
        <translation>ChatGPT&apos;s answer</translation>
    </message>
    <message>
        <source>회의록에 들어갈 내용</source>
        <translation>What goes into the minutes</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>회의록에 넣기</source>
        <translation>Add to the minutes</translation>
    </message>
    <message numerus="yes">
        <source>%n번째</source>
        <translation>
            <numerusform>no. %n</numerusform>
            <numerusform>no. %n</numerusform>
        </translation>
    </message>
    <message>
        <source>제안에 넣기</source>
        <translation>Add to the suggestions</translation>
    </message>
    <message>
        <source>{sentence} 회의록은 그대로입니다.</source>
        <translation>{sentence} The minutes are unchanged.</translation>
    </message>
    <message>
        <source>제안 · {before} → {after}</source>
        <translation>Suggestion · {before} → {after}</translation>
    </message>
    <message numerus="yes">
        <source>회의록 %n줄</source>
        <translation>
            <numerusform>%n line of minutes</numerusform>
            <numerusform>%n lines of minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>제안 %n곳</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}을 읽었습니다.</source>
        <translation>Read {what}.</translation>
    </message>
    <message>
        <source>모두 선택</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>모두 해제</source>
        <translation>Select none</translation>
    </message>
    <message numerus="yes">
        <source>%n개 추가</source>
        <translation>
            <numerusform>Add %n</numerusform>
            <numerusform>Add %n</numerusform>
        </translation>
    </message>
    <message>
        <source>추가</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>보낸 기록을 남기지 못해 보내지 않았습니다.</source>
        <translation>Nothing was sent, since a record of it could not be kept.</translation>
    </message>
    <message>
        <source>노트와 백업, 설정, 양식을 모두 아래 폴더로 복사하고 확인한 다음 그 폴더를 씁니다. 그동안 창이 닫혔다가 다시 열립니다.

{new}

지금 폴더의 자료는 지우지 않습니다.</source>
        <translation>Notes, backups, settings and templates are all copied to the folder below and compared; then that folder is used. The window closes meanwhile and opens again.

{new}

Nothing is deleted in the folder used now.</translation>
    </message>
    <message>
        <source>아래 폴더에는 이미 말끔의 자료가 있습니다. 그 자료를 그대로 엽니다. 창이 닫혔다가 다시 열립니다.

{new}

지금 자료는 합치지 않고 &apos;{old}&apos;에 그대로 둡니다.</source>
        <translation>The folder below already holds data of Malkkeum. They are opened as they are. The window closes and opens again.

{new}

The data used now are not merged; they stay in &apos;{old}&apos;.</translation>
    </message>
    <message>
        <source>자료와 개인정보</source>
        <translation>Data and privacy</translation>
    </message>
    <message>
        <source>노트는 이 PC의 아래 폴더에만 저장합니다. 시키지 않으면 아무것도 밖으로 보내지 않습니다.</source>
        <translation>Notes are kept on this PC only, in the folder below. Nothing is sent anywhere unless you ask for it.</translation>
    </message>
    <message>
        <source>폴더 열기</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>모든 노트와 원문, 고친 내용, 백업이 지워지며 되돌릴 수 없습니다. 저장해 둔 Word 파일과, 자료 폴더를 바꾸기 전의 폴더는 남습니다.</source>
        <translation>All notes, originals, changes and backups will be deleted. This cannot be undone. Word files you saved stay, and so does a folder that was used before this one.</translation>
    </message>
    <message>
        <source>폴더 바꾸기…</source>
        <translation>Change folder…</translation>
    </message>
    <message>
        <source>지금 백업</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>백업에서 되살리기…</source>
        <translation>Restore a backup…</translation>
    </message>
    <message>
        <source>모든 자료 내보내기…</source>
        <translation>Export all data…</translation>
    </message>
    <message>
        <source>모든 자료 지우기…</source>
        <translation>Delete all data…</translation>
    </message>
    <message>
        <source>폴더를 열지 못했습니다. 위의 주소를 파일 관리자에 붙여 넣어 주세요.</source>
        <translation>The folder could not be opened. Please paste the path above into your file manager.</translation>
    </message>
    <message>
        <source>환경 변수 {name}(으)로 정한 폴더라 여기서 바꿀 수 없습니다.</source>
        <translation>The environment variable {name} names this folder, so it cannot be changed here.</translation>
    </message>
    <message>
        <source>자료를 둘 폴더</source>
        <translation>Folder for the data</translation>
    </message>
    <message>
        <source>자료 폴더 바꾸기</source>
        <translation>Change the data folder</translation>
    </message>
    <message>
        <source>이 폴더를 쓸까요?</source>
        <translation>Use this folder?</translation>
    </message>
    <message>
        <source>이 폴더 쓰기</source>
        <translation>Use this folder</translation>
    </message>
    <message>
        <source>백업했습니다: {name}</source>
        <translation>Backed up: {name}</translation>
    </message>
    <message>
        <source>아직 백업이 없습니다. &apos;지금 백업&apos;을 누르면 만듭니다.</source>
        <translation>There is no backup yet. &apos;Back up now&apos; makes one.</translation>
    </message>
    <message>
        <source>백업에서 되살리기</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>되살릴 백업 (지금 상태도 백업해 둡니다)</source>
        <translation>Backup to restore (what is there now is backed up first)</translation>
    </message>
    <message>
        <source>마쳤습니다.</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>모든 자료 내보내기</source>
        <translation>Export all data</translation>
    </message>
    <message>
        <source>압축 파일 (*.zip)</source>
        <translation>Zip archive (*.zip)</translation>
    </message>
    <message>
        <source>내보냈습니다: {name}</source>
        <translation>Exported: {name}</translation>
    </message>
    <message>
        <source>모든 자료 지우기</source>
        <translation>Delete all data</translation>
    </message>
    <message>
        <source>모든 자료를 지울까요?</source>
        <translation>Delete all data?</translation>
    </message>
    <message>
        <source>모두 지우기</source>
        <translation>Delete all</translation>
    </message>
    <message>
        <source>새 판으로 올리기 전</source>
        <translation>before an upgrade</translation>
    </message>
    <message>
        <source>여러 노트를 바꾸기 전</source>
        <translation>before a change of several notes</translation>
    </message>
    <message>
        <source>백업에서 되살리기 전</source>
        <translation>before a restoration</translation>
    </message>
    <message>
        <source>직접 백업함</source>
        <translation>made by hand</translation>
    </message>
    <message>
        <source>가져오기</source>
        <translation>Bring in</translation>
    </message>
    <message>
        <source>이 노트는 아직 저장되지 않아 이어받지 못했습니다. 잠시 뒤 다시 해 주세요.</source>
        <translation>This note is not saved yet, so nothing could be carried over. Please try again in a moment.</translation>
    </message>
    <message>
        <source>이어받을 다른 노트가 없습니다.</source>
        <translation>There is no other note to carry over from.</translation>
    </message>
    <message>
        <source>그 회의에는 이어받을 할 일이나 회의 정보가 없습니다.</source>
        <translation>That meeting has no tasks or details to carry over.</translation>
    </message>
    <message numerus="yes">
        <source>끝나지 않은 할 일 %n개</source>
        <translation>
            <numerusform>%n open task</numerusform>
            <numerusform>%n open tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>회의 정보</source>
        <translation>Meeting details</translation>
    </message>
    <message numerus="yes">
        <source>용어 %n개</source>
        <translation>
            <numerusform>%n term</numerusform>
            <numerusform>%n terms</numerusform>
        </translation>
    </message>
    <message>
        <source>지난 &apos;{title}&apos;의 {left}를 가져올까요?</source>
        <translation>Bring in from the last &apos;{title}&apos;: {left}?</translation>
    </message>
    <message>
        <source>지난 할 일을 가져왔습니다. 끝난 일은 메뉴 &apos;회의록 &gt; 할 일 완료 표시&apos;로 표시해 주세요.</source>
        <translation>The open tasks of last time are here. Mark those that are done with &apos;Minutes &gt; Mark task as done&apos;.</translation>
    </message>
    <message>
        <source>회의 정보를 가져왔습니다.</source>
        <translation>The meeting details are here.</translation>
    </message>
    <message numerus="yes">
        <source>지난 회의의 용어 %n개도 이 회의에서 찾습니다.</source>
        <translation>
            <numerusform>%n term of the last meeting is looked for here too.</numerusform>
            <numerusform>%n terms of the last meeting are looked for here too.</numerusform>
        </translation>
    </message>
    <message>
        <source>빈 줄로는 바꿀 수 없습니다. 그만두려면 Esc를 눌러 주세요.</source>
        <translation>A line cannot be empty. Press Esc to leave it as it was.</translation>
    </message>
    <message>
        <source>말끔에 문제가 생겨 방금 하던 일을 마치지 못했습니다.</source>
        <translation>Something went wrong in Malkkeum and the last action could not be finished.</translation>
    </message>
    <message>
        <source>노트는 저장되어 있습니다.</source>
        <translation>Your notes are saved.</translation>
    </message>
    <message>
        <source>같은 일이 되풀이되면 보고서를 보내 주세요. 보고서에 회의 내용은 없습니다.</source>
        <translation>If it happens again, please send us the report. It holds nothing of your meetings.</translation>
    </message>
    <message>
        <source>지난번에 말끔이 갑자기 꺼졌습니다. 노트와 쓰던 글은 저장되어 있습니다.</source>
        <translation>Malkkeum ended unexpectedly last time. Notes and what you were typing are saved.</translation>
    </message>
    <message>
        <source>보고서 저장…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <source>보고서 저장</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>텍스트 (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>보고서를 저장하지 못했습니다. 다른 폴더를 골라 주세요.</source>
        <translation>The report could not be saved. Please choose another folder.</translation>
    </message>
    <message>
        <source>찾을 말</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>바꿀 말</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>낱말만</source>
        <translation>Whole words</translation>
    </message>
    <message>
        <source>조사가 붙은 말은 찾고, 다른 낱말 속의 말은 찾지 않습니다.</source>
        <translation>Finds a word with its particles, but not inside other words.</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>바꾸기</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>모두 바꾸기…</source>
        <translation>Replace all…</translation>
    </message>
    <message>
        <source>없음</source>
        <translation>None</translation>
    </message>
    <message>
        <source>찾은 곳 {number}</source>
        <translation>Found: {number}</translation>
    </message>
    <message>
        <source>항목</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>자리</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>지금 있는 말</source>
        <translation>Text now</translation>
    </message>
    <message>
        <source>들어갈 말</source>
        <translation>New text</translation>
    </message>
    <message>
        <source>쓰던 회의록이나 회사 양식(.docx)을 여기에 끌어다 놓으세요.</source>
        <translation>Drop minutes that you have used or your company&apos;s form (.docx) here.</translation>
    </message>
    <message>
        <source>이 파일에서는 회의명, 일시, 참석자 같은 칸을 찾지 못했습니다. 칸 이름이 있는 양식이나 {{회의명}}처럼 적은 양식을 골라 주세요.</source>
        <translation>No fields such as 회의명, 일시 or 참석자 were found in this file. Please choose a form with named cells, or one with marks like {{회의명}}.</translation>
    </message>
    <message>
        <source>양식 고르기…</source>
        <translation>Choose form…</translation>
    </message>
    <message>
        <source>양식에서 찾은 칸</source>
        <translation>Fields found in the form</translation>
    </message>
    <message>
        <source>양식 고르기</source>
        <translation>Choose form</translation>
    </message>
    <message>
        <source>Word 문서 (*.docx)</source>
        <translation>Word document (*.docx)</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;에서 칸 {count}개를 찾았습니다. 그대로 둘 칸은 표시를 지우세요.</source>
        <translation>Fields found in &apos;{name}&apos;: {count}. Untick those that should stay as they are.</translation>
    </message>
    <message>
        <source>양식에 자리가 없어 빠지는 내용: {missing}</source>
        <translation>Left out, since the form has no place for it: {missing}</translation>
    </message>
    <message>
        <source>(비워 둠)</source>
        <translation>(left blank)</translation>
    </message>
    <message>
        <source>양식 파일이 너무 큽니다. 그림을 뺀 .docx 파일로 다시 골라 주세요.</source>
        <translation>The form is too large. Please choose a .docx without pictures.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;을(를) 열지 못했습니다. 파일이 그 자리에 있는지, Word에서 열려 있지 않은지 확인해 주세요.</source>
        <translation>&apos;{name}&apos; could not be opened. Please check that it is still there and not open in Word.</translation>
    </message>
    <message>
        <source>문서 (*.txt *.md *.docx *.srt *.vtt);;모든 파일 (*)</source>
        <translation>Documents (*.txt *.md *.docx *.srt *.vtt);;All files (*)</translation>
    </message>
    <message>
        <source>용어집 가져오기</source>
        <translation>Import glossary</translation>
    </message>
    <message>
        <source>용어집 (*.csv)</source>
        <translation>Glossary (*.csv)</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;에 용어가 {count}개 있습니다. 내 용어에 넣을 것을 골라 주세요.</source>
        <translation>&apos;{name}&apos; holds {count} terms. Choose those to add to your own.</translation>
    </message>
    <message>
        <source>바른 표기</source>
        <translation>Right spelling</translation>
    </message>
    <message>
        <source>읽는 법</source>
        <translation>Said as</translation>
    </message>
    <message>
        <source>어떻게 되나</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>내 용어 내보내기</source>
        <translation>Export my terms</translation>
    </message>
    <message>
        <source>내 용어 {count}개를 &apos;{name}&apos;에 내보냈습니다.</source>
        <translation>Exported {count} of your terms to &apos;{name}&apos;.</translation>
    </message>
    <message>
        <source>안건, 발표 자료, 글에서 용어 찾기</source>
        <translation>Find terms in an agenda, slides or other text</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; 파일을 열지 못했습니다. 파일이 있는지 확인해 주세요.</source>
        <translation>&apos;{name}&apos; could not be opened. Please check that it is there.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;에서 용어를 찾고 있습니다.</source>
        <translation>Looking for terms in &apos;{name}&apos;.</translation>
    </message>
    <message>
        <source>문서에서 용어를 찾지 못했습니다.</source>
        <translation>No terms could be found in the document.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;에는 새 용어가 없습니다.</source>
        <translation>There are no new terms in &apos;{name}&apos;.</translation>
    </message>
    <message>
        <source>이 노트의 용어로</source>
        <translation>terms of this note</translation>
    </message>
    <message>
        <source>내 용어로</source>
        <translation>your own terms</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;에서 용어 {count}개를 찾았습니다. {where} 넣을 것을 골라 주세요. 읽는 법은 추측일 수 있습니다.</source>
        <translation>Terms found in &apos;{name}&apos;: {count}. Choose those to add to {where}. How they are said may be a guess.</translation>
    </message>
    <message>
        <source>문서에서 찾은 용어</source>
        <translation>Terms found in the document</translation>
    </message>
    <message>
        <source>다른 표기</source>
        <translation>Also written</translation>
    </message>
    <message>
        <source>용어집</source>
        <translation>Glossary</translation>
    </message>
    <message>
        <source>용어나 읽는 법으로 찾기</source>
        <translation>Find a term or how it is said</translation>
    </message>
    <message>
        <source>용어 찾기</source>
        <translation>Find a term</translation>
    </message>
    <message>
        <source>용어집 묶음</source>
        <translation>Groups of terms</translation>
    </message>
    <message>
        <source>용어</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>고치기…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>용어 추가…</source>
        <translation>Add term…</translation>
    </message>
    <message>
        <source>문서에서 찾기…</source>
        <translation>Find in a document…</translation>
    </message>
    <message>
        <source>CSV 가져오기…</source>
        <translation>Import CSV…</translation>
    </message>
    <message>
        <source>CSV로 내보내기…</source>
        <translation>Export CSV…</translation>
    </message>
    <message>
        <source>내 용어 {count}</source>
        <translation>My terms {count}</translation>
    </message>
    <message>
        <source>내 용어</source>
        <translation>My terms</translation>
    </message>
    <message>
        <source>아직 내 용어가 없습니다. 회의에서 자주 쓰는 말을 추가하면 잘못 들린 곳을 찾아 드립니다.</source>
        <translation>You have no terms of your own yet. Add words that your meetings use, and places where they were misheard are found.</translation>
    </message>
    <message numerus="yes">
        <source>%n개 · 끄면 제안하지 않습니다.</source>
        <translation>
            <numerusform>%n term · not suggested when off</numerusform>
            <numerusform>%n terms · not suggested when off</numerusform>
        </translation>
    </message>
    <message>
        <source>내 용어로 고치기…</source>
        <translation>Edit as my term…</translation>
    </message>
    <message>
        <source>&apos;{term}&apos;{object} 지웠습니다. Ctrl+Z를 누르면 되살립니다.</source>
        <translation>&apos;{term}&apos; was deleted. Press Ctrl+Z to bring it back.</translation>
    </message>
    <message>
        <source>&apos;{term}&apos;{object} 되살렸습니다.</source>
        <translation>&apos;{term}&apos; is back.</translation>
    </message>
    <message>
        <source>용어를 저장하지 못했습니다.</source>
        <translation>The term could not be saved.</translation>
    </message>
    <message>
        <source>내가 함</source>
        <translation>You</translation>
    </message>
    <message>
        <source>변경 기록</source>
        <translation>History</translation>
    </message>
    <message>
        <source>언제</source>
        <translation>When</translation>
    </message>
    <message>
        <source>무엇을</source>
        <translation>What</translation>
    </message>
    <message>
        <source>누가</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>이것만 되돌리기</source>
        <translation>Undo this one only</translation>
    </message>
    <message>
        <source>모든 노트에서 되돌리기</source>
        <translation>Undo in all notes</translation>
    </message>
    <message>
        <source>자동</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>가져온 결과</source>
        <translation>What was imported</translation>
    </message>
    <message>
        <source>읽지 못한 파일</source>
        <translation>Files that could not be read</translation>
    </message>
    <message>
        <source>확인할 파일</source>
        <translation>Files to check</translation>
    </message>
    <message>
        <source>{heading} {count}개</source>
        <translation>{heading}: {count}</translation>
    </message>
    <message>
        <source>목록 복사</source>
        <translation>Copy list</translation>
    </message>
    <message numerus="yes">
        <source>(%n개는 전에 가져온 파일)</source>
        <translation>
            <numerusform>(%n was here before)</numerusform>
            <numerusform> (%n were here before)</numerusform>
        </translation>
    </message>
    <message>
        <source>파일 {total}개 가운데 {taken}개를 가져왔습니다{known}.</source>
        <translation>Imported {taken} of {total} files{known}.</translation>
    </message>
    <message numerus="yes">
        <source>%n개는 읽지 못했습니다.</source>
        <translation>
            <numerusform>%n could not be read.</numerusform>
            <numerusform>%n could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>취소해서 %n개는 가져오지 않았습니다.</source>
        <translation>
            <numerusform>Cancelled: %n was not imported.</numerusform>
            <numerusform>Cancelled: %n were not imported.</numerusform>
        </translation>
    </message>
    <message>
        <source>파일 읽는 중</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>한국어 사전 준비 중</source>
        <translation>Getting the Korean dictionary ready</translation>
    </message>
    <message>
        <source>{what} 중</source>
        <translation>{what}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; 폴더에 파일이 없습니다. 녹취록이 든 폴더나 파일을 넣어 주세요.</source>
        <translation>There are no files in the folder &apos;{name}&apos;. Please drop a folder with transcripts, or files.</translation>
    </message>
    <message>
        <source>이 PC에 저장됨</source>
        <translation>Saved on this PC</translation>
    </message>
    <message>
        <source>바꾼 내용을 보관함에 저장하지 못했습니다. 창을 닫지 마세요. 계속 다시 시도합니다.</source>
        <translation>Your changes could not be saved to the library. Please do not close the window. It is being tried again.</translation>
    </message>
    <message>
        <source>저장하지 못함 · 다시 시도하는 중</source>
        <translation>Not saved · trying again</translation>
    </message>
    <message>
        <source>저장하지 못했던 내용을 모두 저장했습니다.</source>
        <translation>All that could not be saved before is saved now.</translation>
    </message>
    <message numerus="yes">
        <source>저장하지 못한 변경이 %n개 있습니다.</source>
        <translation>
            <numerusform>%n change is not saved.</numerusform>
            <numerusform>%n changes are not saved.</numerusform>
        </translation>
    </message>
    <message>
        <source>디스크 공간과 폴더 권한을 확인해 주세요. 그대로 닫으면 이 변경은 사라집니다.</source>
        <translation>Please check the free space of the disk and the rights of the folder. If you close now, these changes are lost.</translation>
    </message>
    <message>
        <source>저장하지 않고 닫기</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>닫지 않기</source>
        <translation>Do not close</translation>
    </message>
    <message>
        <source>들린 말 → 고친 말</source>
        <translation>Heard → corrected</translation>
    </message>
    <message>
        <source>고친 횟수</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>무시한 횟수</source>
        <translation>Ignored</translation>
    </message>
    <message>
        <source>노트</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>다음에는</source>
        <translation>Next time</translation>
    </message>
    <message>
        <source>제안하기</source>
        <translation>Suggest</translation>
    </message>
    <message>
        <source>항상 이렇게 고치기</source>
        <translation>Always correct like this</translation>
    </message>
    <message>
        <source>제안하지 않기</source>
        <translation>Never suggest</translation>
    </message>
    <message>
        <source>아직 학습한 교정이 없습니다. 제안을 적용하거나 용어를 직접 고치면 여기에 쌓입니다.</source>
        <translation>Nothing has been learned yet. Suggestions that you apply and terms that you correct gather here.</translation>
    </message>
    <message>
        <source>끄면 제안하지 않습니다. 두 노트에서 고친 말은 다음부터 자동으로 고칩니다.</source>
        <translation>Not suggested when off. What was corrected in two notes is corrected by itself from then on.</translation>
    </message>
    <message>
        <source>학습한 교정</source>
        <translation>Learned corrections</translation>
    </message>
    <message>
        <source>들린 말이나 고친 말로 찾기</source>
        <translation>Find what was heard or corrected</translation>
    </message>
    <message>
        <source>학습한 교정 찾기</source>
        <translation>Find a learned correction</translation>
    </message>
    <message>
        <source>고른 교정은 다음에</source>
        <translation>Next time, the chosen one is to</translation>
    </message>
    <message>
        <source>잊기</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>꺼짐</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>다시 나오면 제안하기</source>
        <translation>Suggest if it comes up again</translation>
    </message>
    <message>
        <source>제안하지 않음</source>
        <translation>Not suggested</translation>
    </message>
    <message>
        <source>자동으로 고치기</source>
        <translation>Correct automatically</translation>
    </message>
    <message>
        <source>프로그램이 의심스럽다고 표시한 줄이 없습니다. 내용이 맞는지는 보내기 전에 읽어 보세요.</source>
        <translation>The program has marked no line as doubtful. Read the minutes before you send them: they may still be wrong.</translation>
    </message>
    <message>
        <source>남은 일</source>
        <translation>Left to do</translation>
    </message>
    <message>
        <source>참석자 이름 {named}/{speakers}</source>
        <translation>Names {named}/{speakers}</translation>
    </message>
    <message>
        <source>말한 사람을 모름</source>
        <translation>Speakers unknown</translation>
    </message>
    <message>
        <source>회의록에 나오는 제안 {count}</source>
        <translation>Suggestions in the minutes {count}</translation>
    </message>
    <message>
        <source>그 밖의 제안 {count}</source>
        <translation>Other suggestions {count}</translation>
    </message>
    <message>
        <source>&apos;확인 필요&apos; 표시 없음</source>
        <translation>None marked &apos;to check&apos;</translation>
    </message>
    <message>
        <source>제안</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>확인 필요 {count}</source>
        <translation>To check {count}</translation>
    </message>
    <message>
        <source>확인 필요</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>회의 정보 빈칸 {count}</source>
        <translation>Blank details {count}</translation>
    </message>
    <message>
        <source>읽지 못한 줄 {count}</source>
        <translation>Unread lines {count}</translation>
    </message>
    <message>
        <source>{text} 마침</source>
        <translation>{text}, done</translation>
    </message>
    <message>
        <source>전체 기간</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>최근 7일</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>최근 30일</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>최근 1년</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>노트 목록</source>
        <translation>All notes</translation>
    </message>
    <message>
        <source>모든 노트에서 찾기</source>
        <translation>Find in all notes</translation>
    </message>
    <message>
        <source>말한 사람</source>
        <translation>Said by</translation>
    </message>
    <message>
        <source>모든 참석자</source>
        <translation>Anyone</translation>
    </message>
    <message>
        <source>기간</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>찾은 노트</source>
        <translation>Notes found</translation>
    </message>
    <message>
        <source>여러 노트에서 바꾸기…</source>
        <translation>Replace in several notes…</translation>
    </message>
    <message>
        <source>노트 지우기…</source>
        <translation>Delete note…</translation>
    </message>
    <message>
        <source>열기</source>
        <translation>Open</translation>
    </message>
    <message numerus="yes">
        <source>노트 %n개</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message>
        <source> 더 있습니다. 낱말을 더 적어 보세요.</source>
        <translation> There are more. Try adding a word.</translation>
    </message>
    <message numerus="yes">
        <source>%n곳을 찾았습니다.</source>
        <translation>
            <numerusform>Found %n place.</numerusform>
            <numerusform>Found %n places.</numerusform>
        </translation>
    </message>
    <message>
        <source>찾은 곳이 없습니다.</source>
        <translation>Nothing found.</translation>
    </message>
    <message numerus="yes">
        <source>고른 노트 %n개를 지울까요?</source>
        <translation>
            <numerusform>Delete the %n chosen note?</numerusform>
            <numerusform>Delete the %n chosen notes?</numerusform>
        </translation>
    </message>
    <message>
        <source>노트 지우기</source>
        <translation>Delete note</translation>
    </message>
    <message numerus="yes">
        <source>고른 노트 %n개</source>
        <translation>
            <numerusform>%n chosen note</numerusform>
            <numerusform>%n chosen notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>찾은 노트 %n개</source>
        <translation>
            <numerusform>%n note found</numerusform>
            <numerusform>%n notes found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>모든 노트 %n개</source>
        <translation>
            <numerusform>All notes (%n)</numerusform>
            <numerusform>All notes (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>이 노트를 지울까요?</source>
        <translation>Delete this note?</translation>
    </message>
    <message>
        <source>원문과 고친 내용이 모두 지워지며, 되돌릴 수 없습니다. 저장해 둔 Word 파일은 남습니다.</source>
        <translation>The original and all corrections will be deleted. This cannot be undone. Word files that you saved stay.</translation>
    </message>
    <message>
        <source>결정 사항으로 넣기</source>
        <translation>Add as a decision</translation>
    </message>
    <message>
        <source>할 일로 넣기</source>
        <translation>Add as a task</translation>
    </message>
    <message>
        <source>줄 지우기	Delete</source>
        <translation>Delete line	Delete</translation>
    </message>
    <message>
        <source>말한 사람 바꾸기</source>
        <translation>Change speaker</translation>
    </message>
    <message>
        <source>이 발언만…</source>
        <translation>This turn only…</translation>
    </message>
    <message>
        <source>여기부터…</source>
        <translation>From here on…</translation>
    </message>
    <message>
        <source>이 참석자 전체…</source>
        <translation>All of this attendee…</translation>
    </message>
    <message>
        <source>두 참석자 합치기…</source>
        <translation>Merge attendees…</translation>
    </message>
    <message>
        <source>아래에 줄 추가	Ctrl+Enter</source>
        <translation>Add line below	Ctrl+Enter</translation>
    </message>
    <message>
        <source>줄 추가</source>
        <translation>Add line</translation>
    </message>
    <message>
        <source>고치기	Enter</source>
        <translation>Edit	Enter</translation>
    </message>
    <message>
        <source>원래 말 보기	Space</source>
        <translation>Show what was said	Space</translation>
    </message>
    <message>
        <source>녹취록에서 보기	Ctrl+J</source>
        <translation>Show in transcript	Ctrl+J</translation>
    </message>
    <message>
        <source>확인했음	Ctrl+Shift+E</source>
        <translation>Checked	Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>다시 만들기	Ctrl+B</source>
        <translation>Make again	Ctrl+B</translation>
    </message>
    <message>
        <source>다른 문장으로 바꾸기	Ctrl+Shift+B</source>
        <translation>Use another sentence	Ctrl+Shift+B</translation>
    </message>
    <message>
        <source>완료 표시 바꾸기</source>
        <translation>Mark as done or not done</translation>
    </message>
    <message>
        <source>다시 만드는 중입니다.</source>
        <translation>Making the line again.</translation>
    </message>
    <message>
        <source>다른 문장을 찾는 중입니다.</source>
        <translation>Looking for another sentence.</translation>
    </message>
    <message>
        <source>직접 쓰거나 고친 줄은 바꾸지 않습니다. 다시 만들려면 먼저 줄을 지워 주세요.</source>
        <translation>Lines that you wrote or edited are left alone. To have one made again, delete it first.</translation>
    </message>
    <message>
        <source>{what}(으)로 볼 말이 이제 그곳에 없습니다. 줄을 지우거나 직접 고쳐 주세요.</source>
        <translation>Nothing said there belongs under &apos;{what}&apos; any more. Please delete the line or edit it.</translation>
    </message>
    <message>
        <source>이 주제에는 대신 쓸 만한 다른 문장이 없습니다.</source>
        <translation>This topic has no other sentence that would do.</translation>
    </message>
    <message>
        <source>다시 만들어도 같은 줄입니다. 이제 지금 말을 근거로 합니다.</source>
        <translation>The line comes out the same. It now rests on the words as they are.</translation>
    </message>
    <message>
        <source>그사이 노트가 바뀌어 그대로 두었습니다. 한 번 더 해 주세요.</source>
        <translation>The note changed in the meantime, so the line was left alone. Please try once more.</translation>
    </message>
    <message>
        <source>줄을 다시 만들지 못했습니다. 줄은 그대로 있으니 잠시 뒤 다시 해 주세요.</source>
        <translation>The line could not be made again. It is unchanged; please try again in a moment.</translation>
    </message>
    <message>
        <source>지금은 줄을 다시 만들 수 없습니다. 프로그램을 다시 시작해 주세요.</source>
        <translation>Lines cannot be made again now. Please restart the program.</translation>
    </message>
    <message>
        <source>줄을 다시 만들었습니다.</source>
        <translation>The line was made again.</translation>
    </message>
    <message>
        <source>다른 문장으로 바꿨습니다.</source>
        <translation>Another sentence was put in.</translation>
    </message>
    <message>
        <source>녹취록 (*.txt *.md *.docx *.srt *.vtt *.csv *.xlsx);;모든 파일 (*)</source>
        <translation>Transcripts (*.txt *.md *.docx *.srt *.vtt *.csv *.xlsx);;All files (*)</translation>
    </message>
    <message>
        <source>파일 열기</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>붙여넣을 글이 없습니다. 클로바노트에서 글을 복사한 뒤 다시 붙여넣어 주세요.</source>
        <translation>There is no text to paste. Please copy the text in CLOVA Note and paste again.</translation>
    </message>
    <message>
        <source>노트를 열지 못했습니다.</source>
        <translation>The note could not be opened.</translation>
    </message>
    <message>
        <source>전에 가져온 파일입니다. 그때의 노트를 그대로 열었습니다.</source>
        <translation>This file was imported before. Its note was opened as you left it.</translation>
    </message>
    <message>
        <source>저장되지 않는 노트</source>
        <translation>This note is not saved</translation>
    </message>
    <message>
        <source>회의명</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>날짜</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>시작</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>끝</source>
        <translation>End</translation>
    </message>
    <message>
        <source>장소</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>작성자</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>차기 회의</source>
        <translation>Next meeting</translation>
    </message>
    <message>
        <source>참석자</source>
        <translation>Attendees</translation>
    </message>
    <message>
        <source>불참자</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>안건</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>예: 2026-04-28</source>
        <translation>e.g. 2026-04-28</translation>
    </message>
    <message>
        <source>예: 14:00, 오후 2시</source>
        <translation>e.g. 14:00 or 오후 2시</translation>
    </message>
    <message>
        <source>한 줄에 한 사람. 없으면 &apos;없음&apos;</source>
        <translation>One person a line; &apos;없음&apos; if none</translation>
    </message>
    <message>
        <source>시간을 14:00이나 오후 2시처럼</source>
        <translation>a time like 14:00 or 오후 2시</translation>
    </message>
    <message>
        <source>예: 15:10</source>
        <translation>e.g. 15:10</translation>
    </message>
    <message>
        <source>한 줄에 한 사람. 예: 김민수 과장</source>
        <translation>One person a line, e.g. 김민수 과장</translation>
    </message>
    <message>
        <source>한 줄에 하나</source>
        <translation>One a line</translation>
    </message>
    <message>
        <source>시간</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>녹취록에서 찾은 &apos;{when}&apos; 넣기</source>
        <translation>Put in &apos;{when}&apos;, found in the transcript</translation>
    </message>
    <message>
        <source>이름 붙인 참석자를 넣기</source>
        <translation>Add attendees that have names</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>날짜를 2026-04-28처럼</source>
        <translation>a date like 2026-04-28</translation>
    </message>
    <message>
        <source>{what} 적어 주세요. 모르면 비워 두세요.</source>
        <translation>Please write {what}, or leave it blank.</translation>
    </message>
    <message>
        <source>내용</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>담당자</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>기한</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>{heading} 새 줄</source>
        <translation>New line: {heading}</translation>
    </message>
    <message>
        <source>새 줄</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>Enter로 마치고 Esc로 그만두기</source>
        <translation>Enter to finish, Esc to leave</translation>
    </message>
    <message>
        <source>할 일 {cell}</source>
        <translation>Task: {cell}</translation>
    </message>
    <message>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>{heading} 고치기</source>
        <translation>Edit: {heading}</translation>
    </message>
    <message>
        <source>근거가 바뀜</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>지난 회의에서 이어받기</source>
        <translation>Carry over from an earlier meeting</translation>
    </message>
    <message>
        <source>지난 회의</source>
        <translation>Last time</translation>
    </message>
    <message>
        <source>끝나지 않은 할 일과 회의 정보, 참석자 이름, 용어만 가져옵니다. 회의 내용은 가져오지 않습니다.</source>
        <translation>Only open tasks, meeting details, names and terms are carried over, not what was said.</translation>
    </message>
    <message>
        <source>이어받기</source>
        <translation>Carry over</translation>
    </message>
    <message>
        <source>직접 작성</source>
        <translation>By you</translation>
    </message>
    <message>
        <source>직접 고침</source>
        <translation>Edited</translation>
    </message>
    <message>
        <source>근거 {time}</source>
        <translation>Said at {time}</translation>
    </message>
    <message>
        <source>근거가 바뀐 줄입니다. Ctrl+B로 다시 만들거나, 그대로 맞으면 Ctrl+Shift+E로 확인해 주세요.</source>
        <translation>What this line rests on has changed. Ctrl+B makes it again; Ctrl+Shift+E confirms it as it is.</translation>
    </message>
    <message>
        <source>회의록</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>직접 쓴 줄이라 근거가 없습니다.</source>
        <translation>You wrote this line yourself, so it rests on nothing that was said.</translation>
    </message>
    <message>
        <source>이 양식에는 &apos;{heading}&apos; 항목이 없어 줄이 보이지 않습니다.</source>
        <translation>This template has no section &apos;{heading}&apos;, so the line is not shown.</translation>
    </message>
    <message>
        <source>이미 그 목록에 있는 줄입니다.</source>
        <translation>The line is in that list already.</translation>
    </message>
    <message>
        <source>주소에는 아이디나 암호를 넣지 말고, 키는 아래 &apos;API 키&apos; 칸에 적어 주세요.</source>
        <translation>Please put no user name or password into the address; a key goes into the field &apos;API key&apos; below.</translation>
    </message>
    <message>
        <source>서버 주소를 먼저 적어 주세요.</source>
        <translation>Please fill in the server address first.</translation>
    </message>
    <message>
        <source> 키를 넣으면 암호 보관소에 저장합니다.</source>
        <translation> A key is kept in the system&apos;s password store.</translation>
    </message>
    <message>
        <source> 암호 보관소를 쓸 수 없어, 키를 넣으면 이번에 끌 때까지만 기억합니다.</source>
        <translation> There is no password store here, so a key is remembered only until the program ends.</translation>
    </message>
    <message>
        <source> 주소가 http://여서 키와 글이 암호화되지 않은 채로 갑니다.</source>
        <translation> The address begins with http://, so the key and the text are sent unencrypted.</translation>
    </message>
    <message>
        <source>이 PC의 서버입니다. 보낸 글이 밖으로 나가지 않습니다.</source>
        <translation>This server runs on this PC. What is sent does not leave it.</translation>
    </message>
    <message>
        <source>언어 모델 (AI로 다듬기)</source>
        <translation>Language model (Refine with AI)</translation>
    </message>
    <message>
        <source>보내기 전에 전화번호·이메일·주민·카드·계좌번호 가리기</source>
        <translation>Hide phone, ID, card and account numbers and e-mails before sending</translation>
    </message>
    <message>
        <source>서버 주소</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>예: {address}</source>
        <translation>e.g. {address}</translation>
    </message>
    <message>
        <source>모델</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>목록 가져오기</source>
        <translation>Get list</translation>
    </message>
    <message>
        <source>API 키</source>
        <translation>API key</translation>
    </message>
    <message>
        <source>키가 필요 없는 서버면 비워 둡니다</source>
        <translation>Blank if the server needs none</translation>
    </message>
    <message>
        <source>키 넣기</source>
        <translation>Set key</translation>
    </message>
    <message>
        <source>키 지우기</source>
        <translation>Delete key</translation>
    </message>
    <message>
        <source>모델 목록을 가져오는 중입니다…</source>
        <translation>Getting the list of models…</translation>
    </message>
    <message numerus="yes">
        <source>모델 %n개를 찾았습니다. 목록에서 골라 주세요.</source>
        <translation>
            <numerusform>Found %n model. Choose it from the list.</numerusform>
            <numerusform>Found %n models. Choose one from the list.</numerusform>
        </translation>
    </message>
    <message>
        <source>쓸 수 있는 모델이 없습니다.</source>
        <translation>There is no model to use.</translation>
    </message>
    <message numerus="yes">
        <source>AI가 회의록 %n줄을 새로 썼습니다.</source>
        <translation>
            <numerusform>The AI wrote %n line of the minutes anew.</numerusform>
            <numerusform>The AI wrote %n lines of the minutes anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>직접 쓰거나 고친 %n줄은 그대로 두었습니다.</source>
        <translation>
            <numerusform>%n line that you wrote or edited was left alone.</numerusform>
            <numerusform>%n lines that you wrote or edited were left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>잘못 들은 말 %n곳을 제안에 넣었습니다. 적용한 것은 없습니다.</source>
        <translation>
            <numerusform>%n misheard place was added to the suggestions. Nothing was applied.</numerusform>
            <numerusform>%n misheard places were added to the suggestions. Nothing was applied.</numerusform>
        </translation>
    </message>
    <message>
        <source>새로 찾은 잘못 들은 말은 없습니다.</source>
        <translation>No more misheard words were found.</translation>
    </message>
    <message numerus="yes">
        <source>말한 사람에 대한 제안 %n개를 넣었습니다. 적용한 것은 없습니다.</source>
        <translation>
            <numerusform>%n suggestion on who speaks was added. Nothing was applied.</numerusform>
            <numerusform>%n suggestions on who speaks were added. Nothing was applied.</numerusform>
        </translation>
    </message>
    <message>
        <source>말한 사람에 대해 새로 찾은 것은 없습니다.</source>
        <translation>Nothing new was found on who speaks.</translation>
    </message>
    <message numerus="yes">
        <source> 그 전에 찾은 제안 %n곳은 넣어 두었습니다.</source>
        <translation>
            <numerusform> %n suggestion found before that was kept.</numerusform>
            <numerusform> %n suggestions found before that were kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>그만두었습니다. 회의록은 그대로입니다.</source>
        <translation>Stopped. The minutes are unchanged.</translation>
    </message>
    <message>
        <source>제안 보기</source>
        <translation>Show suggestions</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>강의·멘토링 노트</source>
        <translation>Lecture or mentoring note</translation>
    </message>
    <message>
        <source>이 노트의 양식 &apos;{name}&apos;이(가) 양식 폴더에 없어 회의록 양식으로 보입니다.</source>
        <translation>This note&apos;s template &apos;{name}&apos; is not in the folder of templates; it is shown as Minutes.</translation>
    </message>
    <message>
        <source>녹취록</source>
        <translation>Transcript</translation>
    </message>
    <message>
        <source>양식</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Word로 저장</source>
        <translation>Save as Word</translation>
    </message>
    <message>
        <source>녹취록, 제안, 참석자</source>
        <translation>Transcript, suggestions, attendees</translation>
    </message>
    <message>
        <source>&apos;확인 필요&apos;로 표시된 줄이 없습니다.</source>
        <translation>No line is marked &apos;to check&apos;.</translation>
    </message>
    <message>
        <source>살펴볼 &apos;읽지 못한 줄&apos;이 없습니다.</source>
        <translation>There are no unread lines to look at.</translation>
    </message>
    <message>
        <source>합칠 참석자를 두 명 골라 표시한 다음 &apos;두 참석자 합치기&apos;를 눌러 주세요.</source>
        <translation>Tick the two attendees to merge, then press Merge attendees.</translation>
    </message>
    <message numerus="yes">
        <source>%n곳을 바꿨습니다.</source>
        <translation>
            <numerusform>Replaced %n place.</numerusform>
            <numerusform>Replaced %n places.</numerusform>
        </translation>
    </message>
    <message>
        <source>쓰던 글을 되살렸습니다. Enter를 누르면 저장합니다.</source>
        <translation>What you were writing is back. Press Enter to save it.</translation>
    </message>
    <message>
        <source>&apos;{what}&apos;은(는) 다른 변경과 겹쳐 되돌리지 못했습니다. 변경 기록에서 확인해 주세요.</source>
        <translation>&apos;{what}&apos; could not be undone, since another change overlaps it. Please look into the history.</translation>
    </message>
    <message>
        <source>&apos;{what}&apos;만 따로 되돌리지 못했습니다. 먼저 나중에 한 변경을 되돌려 주세요.</source>
        <translation>&apos;{what}&apos; could not be undone alone. Please undo the later changes first.</translation>
    </message>
    <message>
        <source>나중에 한 &apos;{what}&apos;과(와) 겹쳐 따로 되돌리지 못했습니다. 그 변경을 먼저 되돌려 주세요.</source>
        <translation>The later change &apos;{what}&apos; overlaps it, so it could not be undone alone. Please undo that one first.</translation>
    </message>
    <message>
        <source>녹취록에서 되돌릴 말을 먼저 선택해 주세요. 발언을 두 번 누르거나 Enter를 누르면 선택할 수 있습니다.</source>
        <translation>Please select the words in the transcript first. Double-click a turn or press Enter to be able to select.</translation>
    </message>
    <message>
        <source>원문대로 되돌렸습니다.</source>
        <translation>Restored as in the original.</translation>
    </message>
    <message>
        <source>이미 원문과 같습니다.</source>
        <translation>It already reads as in the original.</translation>
    </message>
    <message>
        <source>노트 전체를 원문으로 되돌렸습니다. Ctrl+Z를 누르면 고친 글로 돌아갑니다.</source>
        <translation>The whole note is as the file has it. Ctrl+Z brings your corrections back.</translation>
    </message>
    <message>
        <source>녹취록에서 되돌릴 발언을 먼저 골라 주세요.</source>
        <translation>Please choose the turn in the transcript first.</translation>
    </message>
    <message>
        <source>진행 정도</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>가져오기 취소</source>
        <translation>Cancel import</translation>
    </message>
    <message>
        <source>보낼 부분</source>
        <translation>Parts to send</translation>
    </message>
    <message>
        <source>보낼 글</source>
        <translation>Text to send</translation>
    </message>
    <message>
        <source>{characters:,}자 · 약 {tokens:,}토큰</source>
        <translation>{characters:,} chars · ~{tokens:,} tokens</translation>
    </message>
    <message numerus="yes">
        <source>%n번에 나누어</source>
        <translation>
            <numerusform>in %n part</numerusform>
            <numerusform>in %n parts</numerusform>
        </translation>
    </message>
    <message>
        <source>한 번에</source>
        <translation>in one part</translation>
    </message>
    <message>
        <source>{characters:,}자 · 많아야 약 {tokens:,}토큰</source>
        <translation>{characters:,} chars · at most ~{tokens:,} tokens</translation>
    </message>
    <message>
        <source>{sort} {count}개</source>
        <translation>{sort} {count}</translation>
    </message>
    <message>
        <source> · 가린 것: {hidden}</source>
        <translation> · hidden: {hidden}</translation>
    </message>
    <message>
        <source>이 PC의 {name} · {model}</source>
        <translation>{name} on this PC · {model}</translation>
    </message>
    <message>
        <source>이 PC의 {host}</source>
        <translation>{host} on this PC</translation>
    </message>
    <message>
        <source>길어서 {count}번에 나눕니다. 한 부분씩 복사해 한 대화에 차례로 물어봐 주세요.</source>
        <translation>It is long, so it comes in {count} parts. Copy them one by one and ask them in turn in one conversation.</translation>
    </message>
    <message>
        <source>복사해 ChatGPT 같은 대화창에 붙여넣어 주세요.</source>
        <translation>Copy it and paste it into a chat such as ChatGPT.</translation>
    </message>
    <message>
        <source>{done}/{count}부분을 복사했습니다. 붙여넣고 답을 받은 뒤 다음 부분을 복사해 주세요.</source>
        <translation>Copied part {done} of {count}. Paste it, wait for the answer, then copy the next part.</translation>
    </message>
    <message>
        <source>복사했습니다. 받은 답을 모두 복사한 다음 &apos;답변 붙여넣기&apos;로 넣어 주세요.</source>
        <translation>Copied. Copy the whole answer and bring it in with &apos;Paste an answer&apos;.</translation>
    </message>
    <message>
        <source>전화번호와 이메일 같은 번호도 그대로 복사합니다.</source>
        <translation>Phone numbers, e-mails and the like are copied as they are.</translation>
    </message>
    <message>
        <source>ChatGPT에 물어볼 글 복사</source>
        <translation>Copy a question for ChatGPT</translation>
    </message>
    <message>
        <source>회의록 다시 쓰기</source>
        <translation>Rewrite the minutes</translation>
    </message>
    <message>
        <source>잘못 들은 말 찾기</source>
        <translation>Find misheard words</translation>
    </message>
    <message>
        <source>말한 사람 살피기</source>
        <translation>Look into who speaks</translation>
    </message>
    <message>
        <source>전화번호·이메일·주민·카드·계좌번호 가리기</source>
        <translation>Hide phone, ID, card and account numbers and e-mails</translation>
    </message>
    <message>
        <source>답변 붙여넣기…</source>
        <translation>Paste an answer…</translation>
    </message>
    <message>
        <source>복사</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>물어볼 글을 만드는 중입니다…</source>
        <translation>Making the question…</translation>
    </message>
    <message>
        <source>{number}/{count} 복사</source>
        <translation>Copy {number}/{count}</translation>
    </message>
    <message>
        <source>이 PC에서 모델 서버를 찾는 중입니다…</source>
        <translation>Looking for model servers on this PC…</translation>
    </message>
    <message>
        <source>이 PC에서 켜져 있는 모델 서버(Ollama, LM Studio, llama.cpp)를 찾지 못했고, 설정한 모델도 없습니다. 모델을 설정하거나, ChatGPT에 물어볼 글을 복사해 쓸 수 있습니다.</source>
        <translation>No model server (Ollama, LM Studio, llama.cpp) runs on this PC, and no model is set. You can set one, or copy a question for ChatGPT.</translation>
    </message>
    <message>
        <source>이 PC 안에서만 처리합니다. 아무것도 밖으로 나가지 않습니다.</source>
        <translation>All of it happens on this PC. Nothing leaves it.</translation>
    </message>
    <message>
        <source>&apos;보내기&apos;를 누르면 아래 글이 이 PC를 떠나 다음 곳으로 갑니다: {host}.</source>
        <translation>With &apos;Send&apos;, the text below leaves this PC and goes to {host}.</translation>
    </message>
    <message>
        <source> 주소가 http://여서 암호화되지 않은 채로 갑니다.</source>
        <translation> The address begins with http://, so it is sent unencrypted.</translation>
    </message>
    <message>
        <source> 전화번호와 이메일 같은 번호도 그대로 갑니다.</source>
        <translation> Phone numbers, e-mails and the like go as they are.</translation>
    </message>
    <message>
        <source>이 글과 함께 모델 이름과 답의 형식(JSON 스키마)이 갑니다.</source>
        <translation>The model&apos;s name and the form of the answer (a JSON schema) go with it.</translation>
    </message>
    <message>
        <source> 나눈 답을 하나로 합치려고, 모델이 쓴 줄을 한 번 더 보냅니다.</source>
        <translation> To join the answers to the parts, the lines that the model wrote are sent once more.</translation>
    </message>
    <message>
        <source>할 일을 하나 이상 골라 주세요.</source>
        <translation>Please choose at least one thing to do.</translation>
    </message>
    <message>
        <source>보내기</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>AI로 다듬기</source>
        <translation>Refine with AI</translation>
    </message>
    <message>
        <source>물어볼 모델</source>
        <translation>Model to ask</translation>
    </message>
    <message>
        <source>자료를 옮기지 못했습니다. 지금까지의 폴더를 그대로 씁니다.</source>
        <translation>The data could not be moved. The folder used so far stays in use.</translation>
    </message>
    <message>
        <source>자료를 옮기는 중입니다. 끄지 말고 기다려 주세요.</source>
        <translation>Moving the data. Please wait and do not switch off.</translation>
    </message>
    <message>
        <source>&apos;{new}&apos; 폴더의 자료를 열었습니다. 그전 자료는 &apos;{old}&apos;에 그대로 있습니다.</source>
        <translation>The data in &apos;{new}&apos; are open now. Those from before are still in &apos;{old}&apos;.</translation>
    </message>
    <message>
        <source>자료를 &apos;{new}&apos;(으)로 옮겼습니다. 그전 자료도 &apos;{old}&apos;에 그대로 있으니, 확인한 다음 지우셔도 됩니다.</source>
        <translation>The data are now in &apos;{new}&apos;. Those in &apos;{old}&apos; are still there; you may delete them when you have looked.</translation>
    </message>
    <message>
        <source>예전 폴더 열기</source>
        <translation>Open the old folder</translation>
    </message>
    <message>
        <source>자료 폴더를 찾지 못했습니다.</source>
        <translation>The data folder was not found.</translation>
    </message>
    <message>
        <source>{folder}

외장 디스크나 네트워크 드라이브라면 연결한 다음 다시 찾아 주세요. 기본 폴더로 시작하면 그 폴더의 노트는 보이지 않지만 지워지지 않습니다.</source>
        <translation>{folder}

If it is on an external disk or a network drive, connect it and look again. If you start with the usual folder, the notes of this one are not shown, but nothing is deleted.</translation>
    </message>
    <message>
        <source>다시 찾기</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>기본 폴더로 시작</source>
        <translation>Start with the usual folder</translation>
    </message>
    <message>
        <source>모델 설정…</source>
        <translation>Model settings…</translation>
    </message>
    <message>
        <source>지금까지 받은 답</source>
        <translation>Answer so far</translation>
    </message>
    <message>
        <source>받는 대로 보여 줍니다. 근거를 확인한 줄만 회의록에 들어갑니다. 그동안 노트에서 계속 일해도 됩니다.</source>
        <translation>Shown as it comes. Only lines whose evidence holds enter the minutes. You can go on working in the note meanwhile.</translation>
    </message>
    <message>
        <source>ChatGPT에 물어볼 글 복사…</source>
        <translation>Copy a question for ChatGPT…</translation>
    </message>
    <message>
        <source>여러 노트에서 바꾸기</source>
        <translation>Replace in several notes</translation>
    </message>
    <message>
        <source>찾을 노트</source>
        <translation>Notes to look through</translation>
    </message>
    <message>
        <source>바꿀 곳</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>바꾸면</source>
        <translation>Will be</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>그만두었습니다. 바꾼 것은 없습니다.</source>
        <translation>Stopped. Nothing was changed.</translation>
    </message>
    <message>
        <source>노트 {notes}개에서 {places}곳을 골랐습니다.</source>
        <translation>Chosen: {places} (notes: {notes}).</translation>
    </message>
    <message numerus="yes">
        <source>%n곳</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message>
        <source>보낼 글을 만드는 중입니다…</source>
        <translation>Making the text to send…</translation>
    </message>
    <message>
        <source>보낼 글: {summary}</source>
        <translation>To send: {summary}</translation>
    </message>
    <message>
        <source>연결하는 중</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>모두 바꾸기</source>
        <translation>Replace all</translation>
    </message>
    <message numerus="yes">
        <source> 아래에 없는 %n곳도 함께 바꿉니다.</source>
        <translation>
            <numerusform> %n place that is not listed is replaced too.</numerusform>
            <numerusform> %n places that are not listed are replaced too.</numerusform>
        </translation>
    </message>
    <message>
        <source>보관함을 열지 못했습니다.</source>
        <translation>The library could not be opened.</translation>
    </message>
    <message>
        <source>{month}월 {day}일 {when:%H:%M} 백업에서 되살리기</source>
        <translation>Restore the backup of {when:%d %b, %H:%M}</translation>
    </message>
    <message>
        <source>새 보관함으로 시작</source>
        <translation>Start with a new library</translation>
    </message>
    <message>
        <source>되살리지 못했습니다.</source>
        <translation>It could not be restored.</translation>
    </message>
    <message>
        <source>ko</source>
        <comment>ISO 639 code of the language of this file</comment>
        <translation>en</translation>
    </message>
    <message>
        <source>제안 묶음</source>
        <translation>Groups of suggestions</translation>
    </message>
    <message>
        <source>{chip}, {total}곳 중 {left}곳 남음</source>
        <translation>{chip}, {left} of {total} left</translation>
    </message>
    <message>
        <source>확실한 제안은 다 보았습니다.</source>
        <translation>All likely suggestions are seen.</translation>
    </message>
    <message numerus="yes">
        <source>보류 %n건은 남겨 두었습니다.</source>
        <translation>
            <numerusform>%n put off is left.</numerusform>
            <numerusform>%n put off are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>확신이 낮은 제안 %n건은 접어 두었습니다.</source>
        <translation>
            <numerusform>%n doubtful one is folded away.</numerusform>
            <numerusform>%n doubtful ones are folded away.</numerusform>
        </translation>
    </message>
    <message>
        <source>지움</source>
        <translation>(deleted)</translation>
    </message>
    <message>
        <source> · 다른 후보: {others}</source>
        <translation> · or: {others}</translation>
    </message>
    <message>
        <source>{heard}  {count}곳</source>
        <translation>{heard}  {count}×</translation>
    </message>
    <message>
        <source>{heard} {count}곳</source>
        <translation>{heard} {count} times</translation>
    </message>
    <message>
        <source>{before} 대신 {after}, {why}, {text}</source>
        <translation>{after} instead of {before}, {why}, {text}</translation>
    </message>
    <message>
        <source>파일 놓기</source>
        <translation>Drop a file</translation>
    </message>
    <message>
        <source>클로바노트에서 &apos;음성 기록 다운로드&apos;로 받은 텍스트 파일을 창에 놓거나 글을 복사해 붙여넣습니다.</source>
        <translation>Drop the text file that CLOVA Note gives under &apos;음성 기록 다운로드&apos; into the window, or copy the text and paste it.</translation>
    </message>
    <message>
        <source>회의록 읽기</source>
        <translation>Read the minutes</translation>
    </message>
    <message>
        <source>제안 검토</source>
        <translation>Review suggestions</translation>
    </message>
    <message>
        <source>왼쪽이 회의록입니다. 줄에서 Space를 누르면 그 말이 나온 곳이 펼쳐지고, Enter를 누르면 고칠 수 있습니다. 할 일은 Ctrl+9로 더하고, 필요 없는 줄은 Delete로 지웁니다. 강의나 멘토링이면 오른쪽 위에서 양식을 바꿉니다.</source>
        <translation>They stand on the left. On a line, Space unfolds the words that say it, and Enter edits it. Ctrl+9 adds a task, Delete removes a line. For a lecture or mentoring, change the template at the top right.</translation>
    </message>
    <message>
        <source>잘못 들은 말을 하나씩 보여 줍니다. Enter 적용, Delete 무시, Ctrl+Enter로 같은 용어를 모두 적용합니다. 다른 말은 Ctrl+F로 찾고, &apos;바꾸기&apos;로 여러 곳을 한 번에 고칩니다.</source>
        <translation>Misheard words come one by one. Enter applies, Delete ignores, Ctrl+Enter applies all places of a term. Find other words with Ctrl+F, and change many places at once with &apos;Replace&apos;.</translation>
    </message>
    <message>
        <source>참석자 이름과 회의 정보</source>
        <translation>Names and meeting details</translation>
    </message>
    <message>
        <source>참석자에 이름을 적고 회의 정보의 빈칸을 채웁니다. 모르는 것은 비워 두어도 됩니다.</source>
        <translation>Write names under Attendees and fill in the meeting details. What you do not know may stay blank.</translation>
    </message>
    <message>
        <source>Ctrl+S로 Word 회의록을 저장합니다. 모든 고침은 Ctrl+Z나 변경 기록에서 하나씩 되돌릴 수 있습니다.</source>
        <translation>Ctrl+S saves the minutes for Word. Every change can be undone, by Ctrl+Z or one by one in the history.</translation>
    </message>
    <message>
        <source>줄을 오가기</source>
        <translation>Go from line to line</translation>
    </message>
    <message>
        <source>할 일의 담당자와 기한으로 옮기기</source>
        <translation>Go to a task&apos;s owner and due date</translation>
    </message>
    <message>
        <source>회의록의 줄 옮기기</source>
        <translation>Move a line of the minutes</translation>
    </message>
    <message>
        <source>줄이나 발언 고치기, 고침 마치기</source>
        <translation>Edit a line or turn, finish the edit</translation>
    </message>
    <message>
        <source>고치던 것 그만두기</source>
        <translation>Leave an edit as it was</translation>
    </message>
    <message>
        <source>회의록에 줄 추가, 발언 나누기</source>
        <translation>Add a line to the minutes, split a turn</translation>
    </message>
    <message>
        <source>줄 지우기</source>
        <translation>Delete a line</translation>
    </message>
    <message>
        <source>바른 표기 고쳐 쓰기</source>
        <translation>Rewrite the right spelling</translation>
    </message>
    <message>
        <source>제안에서 들린 말과 나온 곳 펼치기</source>
        <translation>Unfold what was heard and where</translation>
    </message>
    <message>
        <source>다음 칸과 단추로</source>
        <translation>Go to the next field or button</translation>
    </message>
    <message>
        <source>메뉴 열기</source>
        <translation>Open the menus</translation>
    </message>
    <message>
        <source>사용법</source>
        <translation>How it works</translation>
    </message>
    <message>
        <source>단축키</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>목록과 입력칸에서</source>
        <translation>In lists and fields</translation>
    </message>
    <message>
        <source>하려는 일이나 키로 찾기</source>
        <translation>Find by what it does, or by key</translation>
    </message>
    <message>
        <source>단축키 찾기</source>
        <translation>Find a key</translation>
    </message>
    <message>
        <source>하는 일</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>키</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Enter 적용 · Ctrl+Enter 용어 모두 · Delete 무시 · Ctrl+D 다시 제안으로 · Space 선택 · F2 고쳐 쓰기</source>
        <translation>Enter apply · Ctrl+Enter whole term · Delete ignore · Ctrl+D suggest again · Space tick · F2 reword</translation>
    </message>
    <message>
        <source>Enter 적용 · Delete 무시 · Ctrl+D 보류</source>
        <translation>Enter apply · Delete ignore · Ctrl+D put off</translation>
    </message>
    <message>
        <source>회의록으로</source>
        <translation>To the minutes</translation>
    </message>
    <message>
        <source>이 용어 모두 적용</source>
        <translation>Apply whole term</translation>
    </message>
    <message>
        <source>보류</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>무시</source>
        <translation>Ignore</translation>
    </message>
    <message>
        <source>이 노트에서만 무시합니다.</source>
        <translation>Ignores it in this note only.</translation>
    </message>
    <message>
        <source>실행 취소</source>
        <translation>Undo</translation>
    </message>
    <message numerus="yes">
        <source>%n곳 적용됨 ·</source>
        <translation>
            <numerusform>%n applied ·</numerusform>
            <numerusform>%n applied ·</numerusform>
        </translation>
    </message>
    <message>
        <source>그대로 두기</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Enter 이 줄의 ✓한 곳 적용 · Ctrl+Enter 용어 모두 · Delete 무시 · Ctrl+D 보류 · Space ✓ · F2 고쳐 쓰기</source>
        <translation>Enter apply this row&apos;s ticked places · Ctrl+Enter whole term · Delete ignore · Ctrl+D hold · Space tick · F2 reword</translation>
    </message>
    <message>
        <source>Enter 그대로 두기 · Delete 되돌리기 · Space 선택 · F2 고쳐 쓰기</source>
        <translation>Enter keep · Delete undo · Space tick · F2 reword</translation>
    </message>
    <message>
        <source>이 줄 적용</source>
        <translation>Apply this row</translation>
    </message>
    <message>
        <source>다시 제안으로</source>
        <translation>Suggest again</translation>
    </message>
    <message numerus="yes">
        <source>여기는 다 보았습니다. 다른 곳에 %n건이 남아 있습니다.</source>
        <translation>
            <numerusform>All seen here. %n is left elsewhere.</numerusform>
            <numerusform>All seen here. %n are left elsewhere.</numerusform>
        </translation>
    </message>
    <message>
        <source>고칠 제안이 없습니다.</source>
        <translation>There is nothing to correct.</translation>
    </message>
    <message>
        <source>검토를 마쳤습니다.</source>
        <translation>The review is done.</translation>
    </message>
    <message>
        <source>적용	Enter</source>
        <translation>Apply	Enter</translation>
    </message>
    <message>
        <source>그대로 두기	Enter</source>
        <translation>Keep	Enter</translation>
    </message>
    <message>
        <source>이 용어 모두 적용	Ctrl+Enter</source>
        <translation>Apply whole term	Ctrl+Enter</translation>
    </message>
    <message>
        <source>보류	Ctrl+D</source>
        <translation>Hold	Ctrl+D</translation>
    </message>
    <message>
        <source>다시 제안으로	Ctrl+D</source>
        <translation>Suggest again	Ctrl+D</translation>
    </message>
    <message>
        <source>무시	Delete</source>
        <translation>Ignore	Delete</translation>
    </message>
    <message>
        <source>이 묶음의 마지막 곳입니다.</source>
        <translation>This is the last place of the group.</translation>
    </message>
    <message>
        <source>이 묶음의 첫 곳입니다.</source>
        <translation>This is the first place of the group.</translation>
    </message>
    <message>
        <source>되돌리기	Delete</source>
        <translation>Undo	Delete</translation>
    </message>
    <message>
        <source>고쳐 쓰기	F2</source>
        <translation>Rewrite	F2</translation>
    </message>
    <message>
        <source>적용: {rival}</source>
        <translation>Apply: {rival}</translation>
    </message>
    <message>
        <source>앞으로 제안하지 않기</source>
        <translation>Never suggest this</translation>
    </message>
    <message>
        <source>선택한 곳이 없습니다. Space로 고른 뒤 다시 눌러 주세요.</source>
        <translation>No place is selected. Select with Space and try again.</translation>
    </message>
    <message>
        <source>이 노트에서만 무시했습니다.</source>
        <translation>Ignored in this note only.</translation>
    </message>
    <message>
        <source>이미 고친 곳과 겹쳐 바꾸지 못했습니다. 녹취록에서 직접 고쳐 주세요.</source>
        <translation>It overlaps a place that was corrected already. Please edit it in the transcript.</translation>
    </message>
    <message>
        <source>회의록에 나오는 것</source>
        <translation>In the minutes</translation>
    </message>
    <message>
        <source>그 밖</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>표기 통일</source>
        <translation>Unify spelling</translation>
    </message>
    <message>
        <source>발언 나눔</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>확신이 낮은 제안</source>
        <translation>Unlikely ones</translation>
    </message>
    <message>
        <source>자동 적용</source>
        <translation>Applied automatically</translation>
    </message>
    <message>
        <source>고칠 제안</source>
        <translation>Suggestions to judge</translation>
    </message>
    <message>
        <source>… 발언 {count:,}개가 파일에 모두 들어갑니다.</source>
        <translation>… the file holds all {count:,} turns.</translation>
    </message>
    <message>
        <source>… {count:,}줄이 파일에 모두 들어갑니다.</source>
        <translation>… the file holds all {count:,} lines.</translation>
    </message>
    <message>
        <source>&lt;p&gt;녹취록에서 고친 곳이 Word의 &apos;변경 내용&apos;으로 들어갑니다. 받는 사람이 하나씩 적용하거나 되돌릴 수 있습니다.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Corrections of the transcript become Word&apos;s tracked changes. Whoever gets the file can accept or reject each.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;고친 곳: {none}&lt;/p&gt;</source>
        <translation>&lt;p&gt;Corrections: {none}&lt;/p&gt;</translation>
    </message>
    <message>
        <source>고친 곳</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>이유</source>
        <translation>Reason</translation>
    </message>
    <message numerus="yes">
        <source>&lt;p&gt;… 외 %n곳&lt;/p&gt;</source>
        <translation>
            <numerusform>&lt;p&gt;… and %n more&lt;/p&gt;</numerusform>
            <numerusform>&lt;p&gt;… and %n more&lt;/p&gt;</numerusform>
        </translation>
    </message>
    <message>
        <source>메일 본문</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>노션</source>
        <translation>Notion</translation>
    </message>
    <message>
        <source>슬랙</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>카카오톡</source>
        <translation>KakaoTalk</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>미리 보기</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>파일</source>
        <translation>File</translation>
    </message>
    <message>
        <source>파일 형식</source>
        <translation>File format</translation>
    </message>
    <message>
        <source>파일 이름</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>다른 폴더…</source>
        <translation>Other folder…</translation>
    </message>
    <message>
        <source>넣을 내용</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>덧붙일 것</source>
        <translation>Extras</translation>
    </message>
    <message>
        <source>근거 시각</source>
        <translation>Times of evidence</translation>
    </message>
    <message>
        <source>녹취록 붙임</source>
        <translation>Transcript</translation>
    </message>
    <message>
        <source>고친 목록</source>
        <translation>List of corrections</translation>
    </message>
    <message>
        <source>보기</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>{sentence} 보기</source>
        <translation>{sentence} Show</translation>
    </message>
    <message>
        <source>복사해서 보내기</source>
        <translation>Copy to send</translation>
    </message>
    <message>
        <source>{name} 글을 복사했습니다. 보낼 곳에 붙여넣어 주세요.</source>
        <translation>Copied for {name}. Paste it where it should go.</translation>
    </message>
    <message>
        <source>저장할 폴더</source>
        <translation>Folder to save in</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; 파일이 이미 있습니다. 바꿀까요?</source>
        <translation>&apos;{name}&apos; is already there. Replace it?</translation>
    </message>
    <message numerus="yes">
        <source>이름이 없는 참석자가 %n명 있습니다.</source>
        <translation>
            <numerusform>%n attendee has no name.</numerusform>
            <numerusform>%n attendees have no name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>확인이 필요한 줄이 %n개 있습니다.</source>
        <translation>
            <numerusform>%n line should be checked.</numerusform>
            <numerusform>%n lines should be checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>회의 정보에 빈칸이 %n개 있습니다.</source>
        <translation>
            <numerusform>%n meeting detail is blank.</numerusform>
            <numerusform>%n meeting details are blank.</numerusform>
        </translation>
    </message>
    <message>
        <source>메일이나 메신저 창으로 끌어다 놓을 수 있습니다.</source>
        <translation>You can drag this into a mail or a messenger.</translation>
    </message>
    <message>
        <source>{name} 파일 복사</source>
        <translation>Copy file {name}</translation>
    </message>
    <message>
        <source>저장했습니다: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>Word로 열기</source>
        <translation>Open in Word</translation>
    </message>
    <message>
        <source>파일 복사</source>
        <translation>Copy file</translation>
    </message>
    <message>
        <source>메일 본문 복사</source>
        <translation>Copy as mail</translation>
    </message>
    <message>
        <source>복사했습니다. 보낼 곳에 붙여넣어 주세요.</source>
        <translation>Copied. Paste it where it should go.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; 파일이 그사이 바뀌어 저장하지 않았습니다. 다시 저장하거나 다른 이름을 써 주세요.</source>
        <translation>&apos;{name}&apos; was changed in the meantime, so it was not overwritten. Please save again or choose another name.</translation>
    </message>
    <message>
        <source>보낸 내용 보기</source>
        <translation>Show what was sent</translation>
    </message>
    <message>
        <source>기록 보기</source>
        <translation>Show record</translation>
    </message>
    <message>
        <source>보낸 글은 노트를 지울 때 함께 지웠습니다.</source>
        <translation>The text was deleted along with its note.</translation>
    </message>
    <message>
        <source>보낸 그대로입니다. 가린 번호는 표시로 나갔고, API 키는 기록하지 않습니다.</source>
        <translation>Exactly as it was sent. Hidden numbers went as marks; API keys are never recorded.</translation>
    </message>
    <message>
        <source>보낸 내용</source>
        <translation>What was sent</translation>
    </message>
    <message>
        <source>보낸 글</source>
        <translation>Text sent</translation>
    </message>
    <message>
        <source>보낸 기록</source>
        <translation>Record of what was sent</translation>
    </message>
    <message>
        <source>어디로</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>글자</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>이 PC에서만 처리합니다 · 밖으로 보낸 내용 없음</source>
        <translation>Works on this PC only · nothing has been sent anywhere</translation>
    </message>
    <message numerus="yes">
        <source>외 %n곳</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{host}{more}에 %n번 보냄</source>
        <translation>
            <numerusform>Sent %n time to {host}{more}</numerusform>
            <numerusform>Sent %n times to {host}{more}</numerusform>
        </translation>
    </message>
    <message>
        <source>말끔이 밖으로 보낸 내용 없음</source>
        <translation>Malkkeum has sent nothing</translation>
    </message>
    <message numerus="yes">
        <source>물어볼 글 %n번 복사</source>
        <translation>
            <numerusform>question copied %n time</numerusform>
            <numerusform>question copied %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>이 PC ({host})</source>
        <translation>This PC ({host})</translation>
    </message>
    <message>
        <source>시스템 설정을 따름</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>밝게</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>어둡게</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>기본 용어집 쓰기</source>
        <translation>Use the built-in glossaries</translation>
    </message>
    <message>
        <source>내 용어집 파일</source>
        <translation>My glossary files</translation>
    </message>
    <message>
        <source>CSV 파일 추가…</source>
        <translation>Add CSV file…</translation>
    </message>
    <message>
        <source>목록에서 빼기</source>
        <translation>Remove from list</translation>
    </message>
    <message>
        <source>첫 줄이 term,readings,domain,aliases인 CSV 파일입니다. 파일은 그 자리에서 읽습니다.</source>
        <translation>CSV files whose first line is term,readings,domain,aliases. They are read where they are.</translation>
    </message>
    <message>
        <source>화면</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>시작 화면에 다운로드 폴더에서 찾은 파일 보이기</source>
        <translation>Show files found in the downloads folder on the start page</translation>
    </message>
    <message>
        <source>색</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>언어</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>설정을 닫으면 창이 이 언어로 다시 열립니다.</source>
        <translation>The window opens again in this language when you close the settings.</translation>
    </message>
    <message>
        <source>언어 (Language)</source>
        <translation>Language (언어)</translation>
    </message>
    <message>
        <source>용어집 추가</source>
        <translation>Add glossary</translation>
    </message>
    <message>
        <source>이름을 적으면 녹취록과 회의록에 바로 나타납니다. 모르면 비워 두고 나중에 적어도 됩니다.</source>
        <translation>Names show at once in the transcript and the minutes. Leave blank what you do not know yet.</translation>
    </message>
    <message>
        <source>이 파일에는 누가 말했는지 적혀 있지 않습니다. 녹취록에서 발언을 고르고 Ctrl+R을 누르면 말한 사람을 정할 수 있습니다. &apos;여기부터&apos;를 고르면 뒤의 발언까지 함께 정합니다.</source>
        <translation>This file does not say who speaks. Choose a turn in the transcript and press Ctrl+R to say who it is. With &apos;From here on&apos; the turns after it are given too.</translation>
    </message>
    <message>
        <source>말한 사람 정하기…</source>
        <translation>Say who speaks…</translation>
    </message>
    <message>
        <source>고른 참석자의 역할</source>
        <translation>Role of the chosen attendees</translation>
    </message>
    <message>
        <source>역할 함께 주기</source>
        <translation>Give role</translation>
    </message>
    <message>
        <source>두 참석자 합치기</source>
        <translation>Merge attendees</translation>
    </message>
    <message>
        <source>참석자 이름을 모두 적었습니다.</source>
        <translation>All attendees have names.</translation>
    </message>
    <message>
        <source>역할</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>이름 제안</source>
        <translation>Suggested name</translation>
    </message>
    <message>
        <source>말한 곳 보기</source>
        <translation>Show where</translation>
    </message>
    <message numerus="yes">
        <source>발언 %n개</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message>
        <source>첫 말</source>
        <translation>First words</translation>
    </message>
    <message>
        <source>특징적인 말</source>
        <translation>Most telling words</translation>
    </message>
    <message>
        <source>{who} 고르기</source>
        <translation>Choose {who}</translation>
    </message>
    <message>
        <source>{who} 이름</source>
        <translation>Name of {who}</translation>
    </message>
    <message>
        <source>{who} 역할</source>
        <translation>Role of {who}</translation>
    </message>
    <message>
        <source>{who} 말한 곳 보기</source>
        <translation>Show where {who} speaks</translation>
    </message>
    <message>
        <source>{who} 말한 몫</source>
        <translation>Share of {who}</translation>
    </message>
    <message>
        <source>제안 받기: {text}</source>
        <translation>Take the suggestion: {text}</translation>
    </message>
    <message>
        <source>지난 회의에서</source>
        <translation>From the last meeting</translation>
    </message>
    <message>
        <source>지난 회의의 이름 받기: {name}</source>
        <translation>Take the last meeting&apos;s name: {name}</translation>
    </message>
    <message>
        <source>다운로드 폴더에서 찾은 파일</source>
        <translation>Found in the downloads folder</translation>
    </message>
    <message>
        <source>최근 노트</source>
        <translation>Recent notes</translation>
    </message>
    <message>
        <source>예시 노트로 둘러보기</source>
        <translation>Look around in an example note</translation>
    </message>
    <message>
        <source>파일을 놓는 곳</source>
        <translation>Drop files here</translation>
    </message>
    <message>
        <source>클로바노트에서 받은 파일을 여기에 놓으세요</source>
        <translation>Drop the file from CLOVA Note here</translation>
    </message>
    <message>
        <source>또는 Ctrl+V로 붙여넣기</source>
        <translation>or paste with Ctrl+V</translation>
    </message>
    <message>
        <source>파일 열기…</source>
        <translation>Open file…</translation>
    </message>
    <message>
        <source>붙여넣어 가져오기</source>
        <translation>Import from clipboard</translation>
    </message>
    <message>
        <source>{time:%H:%M}에 받음</source>
        <translation>received at {time:%H:%M}</translation>
    </message>
    <message>
        <source>말을 다듬던 작업이 갑자기 멈췄습니다. 파일은 그대로 있으니 한 번 더 시도해 주세요.</source>
        <translation>The language process stopped unexpectedly. The file is unchanged; please try once more.</translation>
    </message>
    <message>
        <source>쓰는 곳</source>
        <translation>Used in</translation>
    </message>
    <message>
        <source>건설·부동산</source>
        <translation>Construction and property</translation>
    </message>
    <message>
        <source>교육</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>게임</source>
        <translation>Games</translation>
    </message>
    <message>
        <source>인사·노무</source>
        <translation>Human resources</translation>
    </message>
    <message>
        <source>법률</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>물류·유통</source>
        <translation>Logistics and retail</translation>
    </message>
    <message>
        <source>미디어</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>의료</source>
        <translation>Medicine</translation>
    </message>
    <message>
        <source>자동차·배터리</source>
        <translation>Cars and batteries</translation>
    </message>
    <message>
        <source>제약·바이오</source>
        <translation>Pharma and biotech</translation>
    </message>
    <message>
        <source>공공</source>
        <translation>Public sector</translation>
    </message>
    <message>
        <source>연구</source>
        <translation>Research</translation>
    </message>
    <message>
        <source>반도체</source>
        <translation>Semiconductors</translation>
    </message>
    <message>
        <source>경영</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>회계·세무</source>
        <translation>Accounting and tax</translation>
    </message>
    <message>
        <source>농축산</source>
        <translation>Agriculture</translation>
    </message>
    <message>
        <source>화장품·미용</source>
        <translation>Cosmetics</translation>
    </message>
    <message>
        <source>채용·경력</source>
        <translation>Careers</translation>
    </message>
    <message>
        <source>클라우드</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>회사·제품 이름</source>
        <translation>Companies and products</translation>
    </message>
    <message>
        <source>데이터</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>국방·방산</source>
        <translation>Defence</translation>
    </message>
    <message>
        <source>디자인</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>개발</source>
        <translation>Development</translation>
    </message>
    <message>
        <source>에너지</source>
        <translation>Energy</translation>
    </message>
    <message>
        <source>영어에서 온 말</source>
        <translation>Words from English</translation>
    </message>
    <message>
        <source>금융</source>
        <translation>Finance</translation>
    </message>
    <message>
        <source>식품·외식</source>
        <translation>Food</translation>
    </message>
    <message>
        <source>호텔·여행</source>
        <translation>Hotels and travel</translation>
    </message>
    <message>
        <source>보험</source>
        <translation>Insurance</translation>
    </message>
    <message>
        <source>제조</source>
        <translation>Manufacturing</translation>
    </message>
    <message>
        <source>마케팅</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>사무</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>부동산</source>
        <translation>Real estate</translation>
    </message>
    <message>
        <source>종교·단체</source>
        <translation>Churches and associations</translation>
    </message>
    <message>
        <source>소매·패션</source>
        <translation>Retail and fashion</translation>
    </message>
    <message>
        <source>영업</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>보안</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>스타트업</source>
        <translation>Start-ups</translation>
    </message>
    <message>
        <source>통계</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>모든 노트</source>
        <translation>All notes</translation>
    </message>
    <message>
        <source>이 회의 시리즈</source>
        <translation>This series of meetings</translation>
    </message>
    <message>
        <source>이 노트</source>
        <translation>This note</translation>
    </message>
    <message>
        <source>다른 노트</source>
        <translation>Another note</translation>
    </message>
    <message>
        <source>시리즈 &apos;{series}&apos;</source>
        <translation>Series &apos;{series}&apos;</translation>
    </message>
    <message>
        <source>꺼짐, </source>
        <translation>off, </translation>
    </message>
    <message>
        <source>읽는 법은 표기를 보고 추측했습니다. 실제로 부르는 대로 고쳐 주세요.</source>
        <translation>How it is said was guessed from the spelling. Please write it as people say it.</translation>
    </message>
    <message>
        <source>여러 개는 쉼표로 나눕니다.</source>
        <translation>Part several with commas.</translation>
    </message>
    <message>
        <source>용어 고치기</source>
        <translation>Edit term</translation>
    </message>
    <message>
        <source>용어 추가</source>
        <translation>Add term</translation>
    </message>
    <message>
        <source>예: 엘엘엠</source>
        <translation>e.g. 엘엘엠</translation>
    </message>
    <message>
        <source>맞는 표기로 그대로 둘 말</source>
        <translation>Spellings that are right too</translation>
    </message>
    <message>
        <source>파일을 가져오지 못했습니다.</source>
        <translation>The file could not be imported.</translation>
    </message>
    <message>
        <source>자세히 보기</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>말한 사람 모름</source>
        <translation>Unknown speaker</translation>
    </message>
    <message>
        <source>발언을 나누었습니다. 뒤쪽을 말한 사람은 메뉴 &apos;참석자 &gt; 말한 사람 바꾸기&apos;에서 정합니다.</source>
        <translation>The turn was split. Choose who says its second half with &apos;Attendees &gt; Change speaker&apos;.</translation>
    </message>
    <message>
        <source>여기서는 나눌 수 없습니다. Enter로 발언을 열고 나눌 자리에 커서를 둔 다음 Ctrl+Enter를 눌러 주세요.</source>
        <translation>The turn cannot be split here. Open it with Enter, put the caret where to split, and press Ctrl+Enter.</translation>
    </message>
    <message>
        <source>이 발언만</source>
        <translation>this turn only</translation>
    </message>
    <message>
        <source>여기부터</source>
        <translation>from here on</translation>
    </message>
    <message>
        <source>이 참석자 전체</source>
        <translation>all of this attendee</translation>
    </message>
    <message>
        <source>{speaker} {clock} 발언 고치기</source>
        <translation>Edit turn: {speaker} {clock}</translation>
    </message>
    <message>
        <source>내보내지 않는 말</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <source>제안: {before} → {after}</source>
        <translation>Suggestion: {before} → {after}</translation>
    </message>
    <message>
        <source>적용함</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>이 발언 고치기</source>
        <translation>Edit this turn</translation>
    </message>
    <message>
        <source>말한 사람 바꾸기: {reach}</source>
        <translation>Change speaker: {reach}</translation>
    </message>
    <message>
        <source>발언 나누기</source>
        <translation>Split turn</translation>
    </message>
    <message>
        <source>위 발언과 합치기</source>
        <translation>Merge with turn above</translation>
    </message>
    <message>
        <source>다시 내보내기</source>
        <translation>Export again</translation>
    </message>
    <message>
        <source>내보내지 않기</source>
        <translation>Do not export</translation>
    </message>
    <message>
        <source>{who} ({count}곳)</source>
        <translation>{who} ({count}×)</translation>
    </message>
    <message>
        <source>새 참석자…</source>
        <translation>New attendee…</translation>
    </message>
    <message>
        <source>새 참석자</source>
        <translation>New attendee</translation>
    </message>
    <message>
        <source>누가 한 말이면 그 발언에 붙이고, 말이 아니면 무시하세요. 원본 파일은 바뀌지 않습니다.</source>
        <translation>If someone said it, add it to that turn; if it is not speech, ignore it. The original file is not changed.</translation>
    </message>
    <message>
        <source>읽지 못한 줄을 모두 살펴봤습니다.</source>
        <translation>All unread lines have been looked at.</translation>
    </message>
    <message>
        <source>위</source>
        <translation>Above</translation>
    </message>
    <message>
        <source>아래</source>
        <translation>Below</translation>
    </message>
    <message>
        <source>읽지 못한 줄</source>
        <translation>Unread lines</translation>
    </message>
    <message>
        <source>위 발언에 붙이기</source>
        <translation>Add to turn above</translation>
    </message>
    <message>
        <source>아래 발언에 붙이기</source>
        <translation>Add to turn below</translation>
    </message>
    <message numerus="yes">
        <source>읽지 못한 줄 %n개</source>
        <translation>
            <numerusform>%n unread line</numerusform>
            <numerusform>%n unread lines</numerusform>
        </translation>
    </message>
    <message>
        <source>읽지 못한 줄 {count}개 가운데 앞의 {listed}개</source>
        <translation>The first {listed} of {count} unread lines</translation>
    </message>
    <message>
        <source>{number}번째 줄   {text}</source>
        <translation>Line {number}   {text}</translation>
    </message>
    <message>
        <source>고친 곳 보기</source>
        <translation>Show corrections</translation>
    </message>
    <message>
        <source>모두 되돌리기</source>
        <translation>Undo all</translation>
    </message>
    <message>
        <source>강의·멘토링 노트로 보기</source>
        <translation>Use the lecture template</translation>
    </message>
    <message>
        <source>한 사람이 거의 다 말해 강의나 멘토링으로 보입니다.</source>
        <translation>One person says nearly all of it: this looks like a lecture or mentoring.</translation>
    </message>
    <message>
        <source>{told} · {encoding}로 읽음</source>
        <translation>{told} · read as {encoding}</translation>
    </message>
    <message numerus="yes">
        <source>조각 {blocks}개를 발언 {turns}개로 정리하고 용어 %n곳을 고쳤습니다.</source>
        <translation>
            <numerusform>{blocks} pieces became {turns} turns, and %n term was corrected.</numerusform>
            <numerusform>{blocks} pieces became {turns} turns, and %n places with terms were corrected.</numerusform>
        </translation>
    </message>
    <message>
        <source>조각 {blocks}개를 발언 {turns}개로 정리했습니다.</source>
        <translation>{blocks} pieces became {turns} turns.</translation>
    </message>
    <message numerus="yes">
        <source>용어 %n곳을 고쳤습니다.</source>
        <translation>
            <numerusform>%n term was corrected.</numerusform>
            <numerusform>%n places with terms were corrected.</numerusform>
        </translation>
    </message>
    <message>
        <source>파일(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>노트 목록…</source>
        <translation>All notes…</translation>
    </message>
    <message>
        <source>시작 화면</source>
        <translation>Start page</translation>
    </message>
    <message>
        <source>Word로 저장…</source>
        <translation>Save as Word…</translation>
    </message>
    <message>
        <source>다른 형식으로 내보내기…</source>
        <translation>Export in another format…</translation>
    </message>
    <message>
        <source>보낸 내용…</source>
        <translation>What was sent…</translation>
    </message>
    <message>
        <source>설정…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>끝내기</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>편집(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>다시 실행</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>찾기</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>바꾸기…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>다음 찾기</source>
        <translation>Find next</translation>
    </message>
    <message>
        <source>이전 찾기</source>
        <translation>Find previous</translation>
    </message>
    <message>
        <source>원문으로 되돌리기</source>
        <translation>Back to the original</translation>
    </message>
    <message>
        <source>이 발언</source>
        <translation>This turn</translation>
    </message>
    <message>
        <source>선택한 부분</source>
        <translation>The selection</translation>
    </message>
    <message>
        <source>노트 전체</source>
        <translation>Whole note</translation>
    </message>
    <message>
        <source>보기(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>다음 확인 필요</source>
        <translation>Next line to check</translation>
    </message>
    <message>
        <source>읽지 못한 줄…</source>
        <translation>Unread lines…</translation>
    </message>
    <message>
        <source>녹음</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>여기부터 듣기 · 멈춤</source>
        <translation>Play from here · pause</translation>
    </message>
    <message>
        <source>녹음 파일 붙이기…</source>
        <translation>Attach a recording…</translation>
    </message>
    <message>
        <source>교정(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>다음 곳</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>이전 곳</source>
        <translation>Previous place</translation>
    </message>
    <message>
        <source>군말 정리…</source>
        <translation>Remove Fillers…</translation>
    </message>
    <message>
        <source>용어집에 추가…</source>
        <translation>Add to glossary…</translation>
    </message>
    <message>
        <source>용어집…</source>
        <translation>Glossary…</translation>
    </message>
    <message>
        <source>학습한 교정…</source>
        <translation>Learned corrections…</translation>
    </message>
    <message>
        <source>참석자(&amp;A)</source>
        <translation>&amp;Attendees</translation>
    </message>
    <message>
        <source>이름 붙이기…</source>
        <translation>Give names…</translation>
    </message>
    <message>
        <source>발언 나누기	Ctrl+Enter</source>
        <translation>Split turn	Ctrl+Enter</translation>
    </message>
    <message>
        <source>회의록(&amp;M)</source>
        <translation>&amp;Minutes</translation>
    </message>
    <message>
        <source>회의 정보…</source>
        <translation>Meeting details…</translation>
    </message>
    <message>
        <source>지난 회의에서 이어받기…</source>
        <translation>Carry over from an earlier meeting…</translation>
    </message>
    <message>
        <source>양식 폴더 열기…</source>
        <translation>Open Folder of Templates…</translation>
    </message>
    <message>
        <source>우리 회사 양식 가져오기…</source>
        <translation>Use our company&apos;s form…</translation>
    </message>
    <message>
        <source>줄 고치기	Enter</source>
        <translation>Edit line	Enter</translation>
    </message>
    <message>
        <source>결정 사항 추가</source>
        <translation>Add decision</translation>
    </message>
    <message>
        <source>할 일 추가</source>
        <translation>Add task</translation>
    </message>
    <message>
        <source>확인했음</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>할 일 완료 표시</source>
        <translation>Mark task as done</translation>
    </message>
    <message>
        <source>AI로 다듬기…</source>
        <translation>Refine with AI…</translation>
    </message>
    <message>
        <source>도움말(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>사용법…</source>
        <translation>How it works…</translation>
    </message>
    <message>
        <source>단축키…</source>
        <translation>Keys…</translation>
    </message>
    <message>
        <source>말끔에 대하여</source>
        <translation>About Malkkeum</translation>
    </message>
    <message>
        <source>단축키 보기</source>
        <translation>Show keys</translation>
    </message>
    <message>
        <source>제안 탭에서 용어를 먼저 골라 주세요.</source>
        <translation>Please choose a term under Suggestions first.</translation>
    </message>
    <message>
        <source>앞으로 {heard}{object} 항상 {term}{target} 고칩니다.</source>
        <translation>From now on, {heard} always becomes {term}.</translation>
    </message>
    <message>
        <source>{heard} → {term} 제안은 앞으로 하지 않습니다. &apos;학습한 교정&apos;에서 다시 켤 수 있습니다.</source>
        <translation>{heard} → {term} will not be suggested again. You can turn it back on under &apos;Learned corrections&apos;.</translation>
    </message>
    <message>
        <source>표기가 서로 다른 용어가 없습니다.</source>
        <translation>No term is spelled in different ways.</translation>
    </message>
    <message>
        <source>모두 고치기</source>
        <translation>Correct all</translation>
    </message>
    <message>
        <source>하나씩 보기</source>
        <translation>One by one</translation>
    </message>
    <message>
        <source>{term}{particle} 고칠 곳을 {count}곳 더 찾았습니다.</source>
        <translation>Found {count} more places that should be {term}.</translation>
    </message>
    <message>
        <source>이 노트에는 시간이 없어서 처음부터 들려 드립니다.</source>
        <translation>This note has no times, so it plays from the start.</translation>
    </message>
    <message>
        <source>녹음 파일이 그 자리에 없습니다: {name}. 옮긴 자리에서 다시 붙여 주세요.</source>
        <translation>The recording is no longer there: {name}. Please attach it from where it is now.</translation>
    </message>
    <message>
        <source>녹음 파일 붙이기</source>
        <translation>Attach a recording</translation>
    </message>
    <message>
        <source>녹음 파일 ({endings})</source>
        <translation>Recordings ({endings})</translation>
    </message>
    <message>
        <source>녹음을 재생하지 못했습니다({why}). 다른 형식(m4a, mp3, wav)으로 바꾸어 붙여 보세요.</source>
        <translation>The recording could not be played ({why}). Please try another format (m4a, mp3, wav).</translation>
    </message>
    <message>
        <source>녹음을 들으려면 소리 부품이 더 필요합니다. 터미널에서 python -m uv run --extra audio malkkeum으로 시작하거나 PySide6-Addons를 설치해 주세요. 다른 기능은 그대로 쓸 수 있습니다.</source>
        <translation>Playing a recording needs one more part. Start with python -m uv run --extra audio malkkeum in a terminal, or install PySide6-Addons. All else works without it.</translation>
    </message>
    <message>
        <source>녹음을 들으려면 시스템 부품이 더 필요합니다({library}). 리눅스에서는 sudo apt install libpulse0을 실행한 뒤 다시 시작해 주세요. 다른 기능은 그대로 쓸 수 있습니다.</source>
        <translation>Playing a recording needs one more part of the system ({library}). On Linux, run sudo apt install libpulse0 and restart. All else works without it.</translation>
    </message>
    <message>
        <source>재생</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>멈춤</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>녹음 듣기</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>이 발언 반복</source>
        <translation>Repeat this turn</translation>
    </message>
    <message>
        <source>다른 녹음…</source>
        <translation>Other recording…</translation>
    </message>
    <message>
        <source>재생 위치</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>빠르기</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>{times}배</source>
        <translation>{times}×</translation>
    </message>
    <message>
        <source>{day} · {month}. {date}. {time}에 가져옴</source>
        <translation>{day} · imported {month}/{date} {time}</translation>
    </message>
    <message>
        <source>바꾸기 되돌리기</source>
        <translation>Undo the replacement</translation>
    </message>
    <message>
        <source>노트를 하나도 바꾸지 않았습니다.</source>
        <translation>No note was changed.</translation>
    </message>
    <message>
        <source>다른 노트는 바꾸지 않았습니다. 열려 있는 노트는 그 뒤에 고친 곳이 있어 바뀐 채로 두었습니다. 변경 기록에서 되돌릴 수 있습니다.</source>
        <translation>No other note was changed. The open note was left changed, because it has been edited since. You can undo it in the history.</translation>
    </message>
    <message>
        <source>찾은 다음에 &apos;{title}&apos; 노트가 바뀌었습니다. 다시 찾아 주세요.</source>
        <translation>The note &apos;{title}&apos; has changed since it was looked through. Please look again.</translation>
    </message>
    <message>
        <source>바꿀 것이 없습니다.</source>
        <translation>There is nothing to replace.</translation>
    </message>
    <message>
        <source>노트 {notes}개에서 {places}곳을 바꿨습니다.</source>
        <translation>Replaced: {places} (notes: {notes}).</translation>
    </message>
    <message numerus="yes">
        <source>노트 %n개에서 바꾸기를 되돌렸습니다.</source>
        <translation>
            <numerusform>Undid the replacement in %n note.</numerusform>
            <numerusform>Undid the replacement in %n notes.</numerusform>
        </translation>
    </message>
    <message>
        <source>되돌릴 것이 없습니다.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>나중에 고친 곳과 겹친 노트 {count}개는 그대로 두었습니다: {titles}</source>
        <translation>Left as they are, since they were changed there later ({count}): {titles}</translation>
    </message>
    <message>
        <source>언어는 다음에 시작할 때 바뀝니다. 지금은 하던 일이 있어 창을 닫지 않았습니다.</source>
        <translation>The language changes at the next start. Something is under way, so the window was not closed.</translation>
    </message>
    <message>
        <source>가져오는 파일이나 열린 창이 있습니다. 끝난 다음에 자료 폴더를 바꿔 주세요.</source>
        <translation>Files are coming in, or another window is open. Please change the data folder when that is done.</translation>
    </message>
    <message>
        <source>비워 두면 말끔이 스스로 찾습니다. model2vec이나 sentence-transformers가 설치되어 있으면 그 모델의 폴더나 이름을 적을 수 있습니다. 이름을 적으면 모델을 처음 한 번 인터넷에서 내려받습니다. 노트의 글은 보내지 않습니다.</source>
        <translation>Left empty, Malkkeum finds them by itself. Where model2vec or sentence-transformers is installed, the folder or name of one of its models can be given. A name is downloaded once from the internet. The words of your notes are not sent.</translation>
    </message>
    <message>
        <source>핵심어</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>핵심어를 찾는 모델</source>
        <translation>Model that finds keywords</translation>
    </message>
    <message>
        <source>모델의 이름이나 폴더</source>
        <translation>Name or folder of a model</translation>
    </message>
    <message>
        <source>폴더 고르기…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>모델 폴더 고르기</source>
        <translation>Choose the model&apos;s folder</translation>
    </message>
    <message>
        <source>군말을 찾는 중입니다.</source>
        <translation>Looking for fillers…</translation>
    </message>
    <message>
        <source>지울 만한 군말을 찾지 못했습니다.</source>
        <translation>No fillers to remove were found.</translation>
    </message>
    <message>
        <source>군말을 찾지 못했습니다. 노트는 그대로 있으니 잠시 뒤 다시 해 주세요.</source>
        <translation>Fillers could not be looked for. The note is as it was; please try again in a moment.</translation>
    </message>
    <message>
        <source>뜻 없이 끼어든 말만 모았습니다. 지울 말을 골라 주세요.
원본 파일과 회의록의 근거는 그대로이고, 실행 취소 한 번으로 되돌릴 수 있습니다.</source>
        <translation>These words say nothing where they stand. Choose the ones to remove.
The original file and the evidence of the minutes stay, and one Undo brings the words back.</translation>
    </message>
    <message numerus="yes">
        <source>군말 %n곳을 지웠습니다.</source>
        <translation>
            <numerusform>Removed %n filler.</numerusform>
            <numerusform>Removed %n fillers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n곳 지우기</source>
        <translation>
            <numerusform>Remove %n</numerusform>
            <numerusform>Remove %n</numerusform>
        </translation>
    </message>
    <message>
        <source>군말 정리</source>
        <translation>Remove fillers</translation>
    </message>
    <message>
        <source>군말</source>
        <translation>Filler</translation>
    </message>
    <message>
        <source>횟수</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>앞뒤 말</source>
        <translation>Context</translation>
    </message>
</context>
</TS>
