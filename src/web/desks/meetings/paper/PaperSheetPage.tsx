import { useNavigate, useParams } from '@tanstack/react-router'
import { doubtNames } from '../../../../contract/meetings/paperFields.ts'
import { addressOf } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { addressOfMeeting } from '../meetingTypes.ts'
import { EntryForm } from './EntryForm.tsx'
import { writeTyped } from './entryText.ts'
import { nameOfSheet, type Paper, type SheetDetail, type SheetRow } from './paperTypes.ts'
import './paper.css'

/** Enters one sheet as one of two people: the doubtful cells of a scanned sheet, each enlarged, or a keyed one anew. */
export function PaperSheetPage() {
  const { year, meeting, sheet } = useParams({ strict: false }) as Record<
    'year' | 'meeting' | 'sheet',
    string
  >
  const params = { year: Number(year), meeting }
  const paper = useAnswer('GET /api/years/:year/meetings/:meeting/paper', { params })
  const of = useAnswer('GET /api/years/:year/meetings/:meeting/paper/sheets/:sheet', {
    params: { ...params, sheet },
  })
  return (
    <AnsweredPage title="纸质票" of={paper}>
      {found => (
        <AnsweredPage title="纸质票" of={of}>
          {detail => <Shown {...params} paper={found} detail={detail} />}
        </AnsweredPage>
      )}
    </AnsweredPage>
  )
}

interface Props {
  readonly year: number
  readonly meeting: string
  readonly paper: Paper
  readonly detail: SheetDetail
}

function Shown({ year, meeting, paper, detail: { sheet, rows, faulty, pictures } }: Props) {
  const go = useNavigate()
  const address = `${addressOfMeeting(year, meeting)}/paper`
  const key = useAct('POST /api/years/:year/meetings/:meeting/paper/sheets')
  const decide = useAct('POST /api/years/:year/meetings/:meeting/paper/sheets/:sheet/decided')
  const isScanned = sheet.way === 'scanned'
  const act = isScanned ? decide : key
  const open = rows.filter(({ isOpen }) => isOpen)
  return (
    <>
      <PageHead
        title={nameOfSheet(paper, sheet)}
        state={
          isScanned
            ? `${open.length}格存疑；由两人各看各的，一致才算。其余${rows.length - open.length}格已读定。`
            : '由两人各录一遍，一致才算；看不到另一人录的。'
        }
        actions={<LinkButton to={address}>回到纸质票</LinkButton>}
      />
      {sheet.mayEnter ? (
        <EntryForm
          paper={paper}
          lines={open.map(({ line }) => line)}
          start={Object.fromEntries(open.map(({ line, own }) => [line, writeTyped(own, paper)]))}
          startFaulty={faulty}
          differs={sheet.isOwn ? sheet.differs.map(line => line - 1) : []}
          busy={act.busy}
          refused={act.refused}
          above={
            isScanned
              ? line => (
                  <RowPicture
                    row={rows.find(one => one.line === line)!}
                    source={pictureOf({ year, meeting, sheet: sheet.id }, rows, line, pictures)}
                  />
                )
              : undefined
          }
          onSave={async (marks, isFaulty) => {
            const saved = isScanned
              ? await decide.run({
                  params: { year, meeting, sheet: sheet.id },
                  body: { marks: [...marks], faulty: isFaulty },
                })
              : await key.run({
                  params: { year, meeting },
                  body: {
                    voterClass: sheet.voterClass,
                    number: sheet.number,
                    marks: marks.map(({ mark }) => mark),
                    faulty: isFaulty,
                  },
                })
            if (saved === undefined) return false
            if (saved.state === 'differs') return false
            await go({ to: nextDoubt(paper, sheet.id, address) })
            return true
          }}
        />
      ) : (
        <p>{sheet.state === 'incomplete' ? '这张票还缺页，请补扫。' : '这张票已经确定，或已由两人录入。'}</p>
      )}
    </>
  )
}

/** The next scanned sheet that waits for this person, else the list. */
function nextDoubt({ sheets }: Paper, done: string, address: string): string {
  const next = sheets.find(
    ({ id, way, mayEnter, isOwn }) => id !== done && way === 'scanned' && mayEnter && !isOwn,
  )
  return next === undefined ? address : `${address}/sheets/${next.id}`
}

function pictureOf(
  params: Readonly<Record<'year' | 'meeting' | 'sheet', string | number>>,
  rows: readonly SheetRow[],
  line: number,
  pictures: readonly number[],
): string | undefined {
  const { page } = rows.find(one => one.line === line)!
  if (!pictures.includes(page)) return undefined
  return addressOf('/api/years/:year/meetings/:meeting/paper/sheets/:sheet/pictures/:page', {
    params: { ...params, page },
  })
}

/** Height of the strip of a page that shows one row, in millimetres. */
const STRIP = 13

/** Shows one row of a scanned page, enlarged, with why it is doubtful. */
function RowPicture({ row, source }: { readonly row: SheetRow; readonly source: string | undefined }) {
  return (
    <figure className="row-picture">
      {source !== undefined && (
        <div>
          <img
            src={source}
            alt={`第${row.line + 1}行的票面`}
            style={{ top: `${(-(row.y - STRIP / 2) / STRIP) * 100}%` }}
          />
        </div>
      )}
      {row.doubt !== undefined && <figcaption>{doubtNames[row.doubt]}</figcaption>}
    </figure>
  )
}
