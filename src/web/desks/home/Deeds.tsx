import { Link } from '@tanstack/react-router'
import { type Role, roleNames } from '../../../contract/access/roles.ts'
import { useDesk } from '../../client/useDesk.ts'
import { type Deed, deeds } from './deeds.ts'
import { roleSentences } from './sentences.ts'

/** 可以做的事, by role: what one is here for, and where it is done. */
export function Deeds({ roles }: { readonly roles: readonly Role[] }) {
  const desk = useDesk()
  const own = distinct(roles.flatMap(role => deeds[role]))
    .map(deed => ({ ...deed, address: deed.page ?? deed.desks.map(desk).find(found => found !== undefined) }))
    .filter(({ address }) => address !== undefined)
  const sentences = roles.flatMap(role =>
    roleSentences[role] === undefined ? [] : [{ role, text: roleSentences[role] }],
  )
  if (sentences.length === 0) return null
  return (
    <section aria-labelledby="deeds-head">
      <h2 id="deeds-head">可以做的事</h2>
      {sentences.map(({ role, text }) => (
        <p key={role}>
          {roles.length > 1 && `${roleNames[role]}：`}
          {text}
        </p>
      ))}
      <ul className="deeds">
        {own.map(({ title, text, address, page }) => (
          <li key={title}>
            {page === undefined ? <Link to={address!}>{title}</Link> : <a href={page}>{title}</a>}
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function distinct(all: readonly Deed[]): readonly Deed[] {
  return all.filter((deed, at) => all.findIndex(other => other.title === deed.title) === at)
}
