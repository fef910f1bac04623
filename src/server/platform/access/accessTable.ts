import type { Action } from '../../../contract/access/actions.ts'
import type { Role } from '../../../contract/access/roles.ts'

/** The scope of data: everything, a lead unit with its members, or one's own unit. */
type Scope = 'all' | 'ownGroup' | 'ownUnit'

/** The wording of each scope. */
export const scopeNames: Readonly<Record<Scope, string>> = {
  all: '全部单位',
  ownGroup: '限本系统',
  ownUnit: '限本单位',
}

/** An access rule: this role may do this within this scope; with `afterRelease`, only once the year's results are released to units. */
export interface AccessSentence {
  readonly role: Role
  readonly action: Action
  readonly scope: Scope
  readonly afterRelease: boolean
}

/** The access table: everything that is allowed; all else is denied. */
export const accessTable: readonly AccessSentence[] = [
  // The committee runs the year. Of accounts it has those of units, inspectors and surveyors in hand; which, the accounts room says (accountReach).
  ...allow('committee', [
    'readAccounts',
    'manageAccounts',
    'grantRoles',
    'endSessions',
    'removeSecondFactor',
    'configure',
  ]),
  ...allow('committee', ['readScheme', 'readSchemeDraft', 'editScheme', 'settleRuling', 'promulgateScheme']),
  ...allow('committee', ['readRoster', 'editRoster', 'readYear', 'openYear', 'movePhase', 'importFiles']),
  ...allow('committee', ['readFacts', 'recordFacts', 'readSeals']),
  ...allow('committee', ['readRanking', 'readUnitResult', 'exportResults', 'tryWhatIf', 'applyWhatIf']),
  ...allow('committee', ['readFirmness', 'computeFirmness', 'showFirmness', 'makeCaseFile']),
  ...allow('committee', [
    'sealYear',
    'correctYear',
    'releaseResults',
    'readConsequences',
    'serveNotice',
    'replyNotice',
  ]),

  // The leading group sees and decides, and changes no figure.
  ...allow('leadingGroup', [
    'readScheme',
    'readSchemeDraft',
    'readRoster',
    'readYear',
    'readRanking',
    'readUnitResult',
    'exportResults',
  ]),
  ...allow('leadingGroup', ['readFacts', 'readSeals']),
  ...allow('leadingGroup', ['tryWhatIf', 'approveYear', 'readConsequences', 'readFirmness']),

  // A lead unit sees itself and its members; a unit itself. Figures only after release.
  ...allow('leadUnit', ['readScheme', 'readYear']),
  ...allow('leadUnit', ['readRoster'], 'ownGroup'),
  ...allow(
    'leadUnit',
    ['readRanking', 'readUnitResult', 'exportResults', 'readConsequences'],
    'ownGroup',
    'afterRelease',
  ),
  ...allow('leadUnit', ['replyNotice'], 'ownUnit', 'afterRelease'),
  ...(['unit', 'secretary'] as const).flatMap(role => [
    ...allow(role, ['readScheme', 'readYear']),
    ...allow(role, ['readRoster'], 'ownUnit'),
    ...allow(role, ['readUnitResult', 'readConsequences', 'replyNotice'], 'ownUnit', 'afterRelease'),
  ]),

  // Inspectors and surveyors need to know the scheme, the year and the units; not the results.
  ...allow(['inspector', 'surveyor'], ['readScheme', 'readYear', 'readRoster']),

  // The auditor reads all and writes nothing.
  ...allow('auditor', [
    'readScheme',
    'readSchemeDraft',
    'readRoster',
    'readYear',
    'readRanking',
    'readUnitResult',
    'exportResults',
    'makeCaseFile',
    'readConsequences',
  ]),
  ...allow('auditor', ['readFacts', 'readSeals', 'readTrail', 'exportTrail', 'readAccounts']),

  // The year's work where it arises: ledger, draws, inspections, tests, routine management. Nobody inspects or grades their own unit: the rooms see to that.
  ...allow('committee', [
    'uploadFiles',
    'readLedger',
    'closeLedgerPeriod',
    'keepRemedies',
    'readDraws',
    'keepDrawLists',
    'holdDraw',
  ]),
  ...allow('committee', [
    'readRounds',
    'planRounds',
    'readSheets',
    'decideFindings',
    'readKnowledge',
    'editQuestions',
    'holdExams',
  ]),
  ...allow('committee', ['regradeTests', 'readRoutine', 'receiveBoards', 'recordRoutine', 'recordLeadDuty']),
  ...allow('inspector', [
    'uploadFiles',
    'readLedger',
    'readDraws',
    'holdDraw',
    'readRounds',
    'readSheets',
    'inspect',
  ]),
  ...allow('inspector', ['readKnowledge', 'holdExams']),
  ...allow(
    ['leadingGroup', 'auditor'],
    ['readLedger', 'readDraws', 'readRounds', 'readSheets', 'readKnowledge', 'readRoutine'],
  ),
  ...allow('leadUnit', ['uploadFiles']),
  ...allow('leadUnit', ['keepLedger', 'keepRemedies', 'keepDrawLists', 'replyFindings'], 'ownUnit'),
  ...allow(
    'leadUnit',
    ['readLedger', 'readDraws', 'readRounds', 'readSheets', 'readKnowledge', 'readRoutine', 'gradeMembers'],
    'ownGroup',
  ),
  ...allow('leadUnit', ['recordRoutine', 'inspect', 'planLeadInspections'], 'ownGroup'),
  ...allow('unit', ['uploadFiles']),
  ...allow('unit', ['keepLedger', 'keepRemedies', 'keepDrawLists'], 'ownUnit'),
  ...allow(
    ['unit', 'secretary'],
    ['readLedger', 'readDraws', 'readRounds', 'readSheets', 'replyFindings', 'readKnowledge', 'readRoutine'],
    'ownUnit',
  ),
  ...allow('secretary', ['uploadFiles']),
  ...allow('secretary', ['keepRemedies', 'guideDebriefs'], 'ownUnit'),

  // Ballots: who holds the meeting prepares, opens and counts them; whole sheets are for the auditor alone.
  ...allow('committee', ['readBallots', 'holdBallots']),
  ...allow('leadUnit', ['readBallots', 'holdBallots'], 'ownGroup'),
  ...allow('auditor', ['readBallots', 'readCountFile']),
  // Debrief meetings: the committee convenes its own, a lead unit that of its members, a unit those of its dual debriefs; the room says which. Secretaries see the one they speak at.
  ...allow('committee', ['listMeetings', 'readMeetings', 'conveneMeetings', 'superviseMeetings']),
  ...allow('committee', ['judgeMeetings']),
  ...allow('inspector', ['listMeetings', 'readMeetings', 'superviseMeetings']),
  ...allow('leadUnit', ['listMeetings', 'readMeetings', 'conveneMeetings'], 'ownGroup'),
  ...allow(['leadingGroup', 'auditor'], ['listMeetings', 'readMeetings']),
  ...allow('unit', ['readMeetings', 'conveneMeetings', 'readBallots', 'holdBallots'], 'ownUnit'),
  ...allow('secretary', ['listMeetings', 'readMeetings', 'askRecount'], 'ownUnit'),
  // The secretary writes the report; the committee and the lead unit vet it, and take in what arrives by other ways. The room sees to it that nobody vets their own unit's.
  ...allow('committee', ['readReports', 'receiveReports', 'vetReports', 'waiveReportLimit']),
  ...allow('leadUnit', ['readReports', 'receiveReports', 'vetReports'], 'ownGroup'),
  ...allow(['leadingGroup', 'auditor'], ['readReports']),
  ...allow('unit', ['readReports'], 'ownUnit'),
  ...allow('secretary', ['readReports', 'writeReport'], 'ownUnit'),

  // Official documents: the committee, a unit and the surveyor issue those of their own kinds. What rests on results is shown to units after the release; the room sees to it.
  ...allow('committee', ['readDocuments', 'draftDocuments', 'issueDocuments', 'keepTemplates']),
  ...allow(['leadingGroup', 'auditor'], ['readDocuments']),
  ...allow('leadUnit', ['readDocuments'], 'ownGroup'),
  ...allow(['unit', 'secretary'], ['readDocuments'], 'ownUnit'),
  ...allow(['leadUnit', 'unit'], ['draftDocuments', 'issueDocuments'], 'ownUnit'),
  ...allow('surveyor', ['readDocuments', 'draftDocuments', 'issueDocuments']),

  // Rectification: the committee drafts, reviews and sends, the unit mends, the lead unit and the committee vet and check. The room sees to it that nobody checks their own.
  ...allow('committee', ['readProblems', 'draftProblems', 'reviewProblems', 'vetPlans']),
  ...allow('leadUnit', ['readProblems', 'vetPlans'], 'ownGroup'),
  ...allow('leadUnit', ['rectify'], 'ownUnit'),
  ...allow(['leadingGroup', 'auditor'], ['readProblems']),
  ...allow(['unit', 'secretary'], ['readProblems', 'rectify'], 'ownUnit'),
  // Publication: the committee decides and reads comments, a unit answers those on its own page and records its notice board.
  ...allow('committee', [
    'readPublication',
    'decidePublication',
    'moderateComments',
    'replyComments',
    'recordBoard',
  ]),
  ...allow(['leadingGroup', 'auditor'], ['readPublication']),
  ...allow('leadUnit', ['readPublication'], 'ownGroup', 'afterRelease'),
  ...allow('leadUnit', ['replyComments', 'recordBoard'], 'ownUnit', 'afterRelease'),
  ...allow(
    ['unit', 'secretary'],
    ['readPublication', 'replyComments', 'recordBoard'],
    'ownUnit',
    'afterRelease',
  ),

  // The survey: the committee entrusts and accepts, the surveyor asks and hands over, an interviewer sees the own case alone. Of accounts, the room shows a surveyor those of interviewers.
  ...allow('committee', [
    'readSurveys',
    'commissionSurveys',
    'editQuestionnaire',
    'deliverSurveys',
    'readSurveyResults',
  ]),
  ...allow('surveyor', [
    'readSurveys',
    'editQuestionnaire',
    'conductSurveys',
    'deliverSurveys',
    'readSurveyResults',
    'readAccounts',
    'manageAccounts',
    'endSessions',
    'removeSecondFactor',
  ]),
  ...allow('interviewer', ['interview']),
  ...allow(['leadingGroup', 'auditor'], ['readSurveys', 'readSurveyResults']),

  // 三员: accounts, rights and the trail in three hands, none of which sees a result.
  ...allow('systemAdmin', ['readAccounts', 'manageAccounts', 'setUpAdministration', 'configure']),
  ...allow('securityAdmin', [
    'readAccounts',
    'grantRoles',
    'endSessions',
    'removeSecondFactor',
    'setSignInRules',
  ]),
  ...allow('auditAdmin', ['readTrail', 'exportTrail', 'readAccounts']),
]

function allow(
  roles: Role | readonly Role[],
  actions: readonly Action[],
  scope: Scope = 'all',
  when: 'always' | 'afterRelease' = 'always',
): AccessSentence[] {
  const afterRelease = when === 'afterRelease'
  return [roles].flat().flatMap(role => actions.map(action => ({ role, action, scope, afterRelease })))
}
