import { useYear } from '../../client/useYear.ts'
import { BackLink } from '../../kit/BackLink.tsx'

/** Goes back from a page that belongs to no year to the documents of the year; an office without a year has none. */
export function BackToDocuments() {
  const { year } = useYear()
  return year === undefined ? null : <BackLink to={`/${year}/documents`}>返回公文</BackLink>
}
