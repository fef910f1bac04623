/** Names a unit's group. */
export const cellOf = ({ unit, group }: { readonly unit: string; readonly group: string }): string =>
  `${unit}\t${group}`
