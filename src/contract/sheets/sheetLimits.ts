/** Most characters in one text field of the phone's page. */
export const MOST_WRITTEN = 1000

/** Most characters in a name or post on the phone's page. */
export const MOST_IN_NAME = 50

/** Most characters of the note of one finding: the finding's own and its row's, one below the other. */
export const MOST_IN_NOTE = 2 * MOST_WRITTEN + 100

/** Most characters of the note of a whole sheet: its own and those of every row without a finding. */
export const MOST_IN_SHEET_NOTE = 200_000

/** Most findings of one sheet. */
export const MOST_FINDINGS = 500

/** Most photos of one row, and of a sheet outside its rows, as one takes them. */
export const [MOST_OF_ROW, MOST_OF_SHEET] = [10, 20]

/** Most photos of one sheet that belong to no finding: its own and those of every row without a finding. */
export const MOST_BESIDE = 1000

/** Most characters of the picture of a signature. */
export const MOST_IN_SIGNATURE = 60_000

/** Most bytes of a whole sheet, below what the server reads of one request. */
export const MOST_IN_SHEET = 1_000_000
