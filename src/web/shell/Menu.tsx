import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../client/useMay.ts'
import { useAnswer } from '../client/useAnswer.ts'
import { useYear } from '../client/useYear.ts'
import { type Stage, stages } from './desks.ts'
import { deskAt, type VisibleDesk, visibleDesks } from './visibleDesks.ts'

/** So many entries fit below one another: no stage is folded. */
const FEW = 18

// Stages that the reader has opened or folded, while the page is open.
const chosen = new Map<string, boolean>()

/** Menu: the desks of the signed-in person by stage of the year. A long menu opens at the stage that the year is in, at the open page and at that of the next act. */
export function Menu() {
  const may = useMay()
  const { year, phase } = useYear()
  const { pathname } = useLocation()
  const open = deskAt(pathname)
  const here = open?.under ?? open?.path
  const due = useAnswer('GET /api/years/:year/due', { params: { year } }, { when: may('readYear') })
  const act = deskAt(`/${due.data?.waiting[0]?.mend.page ?? ''}`)
  const next = act?.under ?? act?.path
  const { data } = useAnswer('GET /api/installation', {}, { when: may('configure') })
  const isNew = data?.steps.some(step => !step.done)
  const visible = visibleDesks(may, year).map(desk =>
    isNew && desk.path === 'firstSteps' ? { ...desk, title: '首次使用' } : desk,
  )
  const shown = stages
    .map(stage => ({ stage, members: visible.filter(desk => desk.stage === stage.name) }))
    .filter(({ members }) => members.length > 0)
  return (
    <nav className="menu" aria-label="工作台">
      {shown.map(({ stage, members }) => {
        const isNow = phase !== undefined && stage.phases.includes(phase)
        const holdsPage = members.some(({ path }) => path === here || path === next)
        const isOpen =
          visible.length <= FEW || stage.phases.length === 0 || isNow || holdsPage || chosen.get(stage.name)
        return (
          <StagePart
            key={`${stage.name} ${isOpen}`}
            stage={stage}
            isNow={isNow}
            startsOpen={isOpen === true && chosen.get(stage.name) !== false}
          >
            {members.map(desk => (
              <li key={desk.path}>
                <DeskLink desk={desk} isHere={desk.path === here} />
              </li>
            ))}
          </StagePart>
        )
      })}
    </nav>
  )
}

function StagePart({
  stage: { name },
  isNow,
  startsOpen,
  children,
}: {
  readonly stage: Stage
  readonly isNow: boolean
  readonly startsOpen: boolean
  readonly children: React.ReactNode
}) {
  const [isOpen, setOpen] = useState(startsOpen)
  return (
    <section aria-label={name}>
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            chosen.set(name, !isOpen)
            setOpen(!isOpen)
          }}
        >
          {name}
          {isNow && <span className="menu-now">现阶段</span>}
        </button>
      </h2>
      <ul className="bare" hidden={!isOpen}>
        {children}
      </ul>
    </section>
  )
}

function DeskLink({
  desk: { icon: Icon, title, address },
  isHere,
}: {
  readonly desk: VisibleDesk
  readonly isHere: boolean
}) {
  return (
    <Link to={address} activeProps={{}} aria-current={isHere ? 'page' : undefined}>
      {Icon !== undefined && <Icon />}
      <span>{title}</span>
    </Link>
  )
}
