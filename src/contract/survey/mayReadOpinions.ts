import type { Role } from '../access/roles.ts'

/** Whether somebody may read the open answers word by word: the committee and the surveyor, and the leading group where the commission says so. (四（三）) */
export function mayReadOpinions(
  grants: readonly { readonly role: Role }[],
  { groupReadsOpinions }: { readonly groupReadsOpinions: boolean },
): boolean {
  return grants.some(
    ({ role }) =>
      role === 'committee' || role === 'surveyor' || (role === 'leadingGroup' && groupReadsOpinions),
  )
}
