import { Link, useLocation } from '@tanstack/react-router'
import { desks, deskGroups } from './desks.ts'
import { useMay } from '../client/SessionContext.ts'
import { useYear } from '../client/useYear.ts'
import { type VisibleDesk, visibleDesks } from './visibleDesks.ts'

/** Menu: the desks of the signed-in person, by group. */
export function Menu() {
  const may = useMay()
  const { year } = useYear()
  const here = useHere(year)
  const visible = visibleDesks(may, year)
  return (
    <nav className="menu" aria-label="工作台">
      {deskGroups
        .map(group => ({ group, members: visible.filter(desk => desk.group === group) }))
        .filter(({ members }) => members.length > 0)
        .map(({ group, members }) => (
          <section key={group} aria-label={group}>
            <h2>{group}</h2>
            <ul className="bare">
              {members.map(desk => (
                <li key={desk.path}>
                  <DeskLink desk={desk} isHere={desk.path === here} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
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

/** Returns the path of the menu desk that the open page is or belongs to. */
function useHere(year: number | undefined): string | undefined {
  const { pathname } = useLocation()
  const steps = pathname.split('/').slice(1)
  const open = desks.find(({ path }) => {
    const parts = path.replace('$year', String(year)).split('/')
    return (
      parts.length === steps.length && parts.every((part, at) => part.startsWith('$') || part === steps[at])
    )
  })
  return open?.under ?? open?.path
}
