import { randomUUID } from 'node:crypto'
import type { Things } from '../testing/belongings.ts'
import type { Expectation } from './expectation.ts'

const key = () => randomUUID()
const nothing = (policy: string, input: Expectation['input'] = () => undefined): Expectation => ({
  policy,
  names: 'nothing',
  input,
})
const named = (
  policy: string,
  input: Expectation['input'],
  more: Pick<Expectation, 'own' | 'holdsKey' | 'alreadyDone'> = {},
): Expectation => ({ policy, names: 'person', input, ...more })
const shared = (
  policy: string,
  input: Expectation['input'],
  more: Pick<Expectation, 'holdsKey' | 'wholeOnly'> = {},
): Expectation => ({
  policy,
  names: 'organisation',
  input,
  ...more,
})
const filter = (policy: string, input: Expectation['input'], harmless?: unknown): Expectation => ({
  policy,
  names: 'filter',
  input,
  ...(harmless === undefined ? {} : { harmless }),
})

const award = ({ personId, packId }: Things) => ({
  personId,
  activity: 'Workshop',
  activityType: 'course',
  completedOn: '2026-02-01',
  credits: [{ packId, amount: '0.1' }],
})

const freeOffer = { price: '0', availableFrom: null, availableUntil: null, card: null }

const wanted = { minimise: ['unmet', 'waste', 'price', 'hours'], cycles: 2, pinned: [], excluded: [] }

const account: Readonly<Record<string, Expectation>> = {
  'account.profile': nothing('own'),
  'account.setPreferences': nothing('own', () => ({ key: key(), locale: 'en', timeZone: 'UTC' })),
  'account.sessions': nothing('own'),
  'account.endSessions': filter('own', ({ spareSessionId }) => ({ key: key(), which: { session: spareSessionId } }), {
    ended: 0,
  }),
  'session.me': nothing('own'),
}

/** Every procedure that the learner portal may call. */
export const PORTAL: Readonly<Record<string, Expectation>> = {
  ...account,
  'calendar.own': nothing('own'),
  'calendar.open': nothing('own', () => ({ key: key() })),
  'calendar.close': nothing('own', () => ({ key: key() })),
  'courses.catalogue': nothing('own'),
  'courses.page': shared('own', ({ courseCode }) => ({ code: courseCode })),
  'credentials.list': nothing('public'),
  'credentials.show': nothing('public', () => ({ code: 'TEST' })),
  'credits.statement': nothing('own'),
  'enrollments.start': shared('own', ({ courseId }) => ({ courseId, key: key() })),
  // Everybody's attempt is open in the tests' world: parking is refused as setting aside is.
  'enrollments.park': { ...shared('own', ({ courseId }) => ({ courseId, key: key() })), alreadyDone: true },
  // Everybody's attempt is open in the tests' world: being told so is the most that anybody gets.
  'enrollments.withdraw': named('own', ({ openEnrollmentId }) => ({ enrollmentId: openEnrollmentId, key: key() }), {
    alreadyDone: true,
  }),
  'enrollments.player': named('own', ({ openEnrollmentId }) => ({ enrollmentId: openEnrollmentId })),
  'enrollments.markLesson': named('own', ({ openEnrollmentId }) => ({
    enrollmentId: openEnrollmentId,
    lesson: 'one',
    mark: 'opened',
    key: key(),
  })),
  'enrollments.logPractice': named('own', ({ openEnrollmentId }) => ({
    enrollmentId: openEnrollmentId,
    lesson: 'two',
    practisedOn: '2026-03-01',
    what: 'Tried it',
    howItWent: 'Well',
    key: key(),
  })),
  'holdings.own': nothing('own'),
  'holdings.options': nothing('own'),
  'holdings.declare': named('own', ({ declaredHoldingId }) => ({
    key: key(),
    credential: 'TEST-DECLARED',
    certifiedOn: '2026-02-01',
    cycleStart: null,
    expiresOn: null,
    number: null,
    fileId: null,
    replaces: declaredHoldingId,
  })),
  // The one that was declared anew before stands in its place.
  'holdings.withdraw': named('own', ({ declaredHoldingId }) => ({ key: key(), holdingId: declaredHoldingId }), {
    alreadyDone: true,
  }),
  'plans.page': nothing('own'),
  // Everybody has a draft of revision 1; each of these makes the next.
  'plans.propose': nothing('own', () => ({ key: key(), revision: 1, ...wanted })),
  'plans.alternative': nothing('own', () => wanted),
  'plans.change': nothing('own', ({ courseId }) => ({
    key: key(),
    revision: 2,
    pinned: [{ courseId, day: '2026-09-01' }],
    excluded: [courseId],
    choices: [],
  })),
  'plans.undo': nothing('own', () => ({ key: key(), revision: 3 })),
  // There is nothing in it: being told so is the most that anybody gets.
  'plans.adopt': { ...nothing('own', () => ({ key: key(), revision: 4 })), alreadyDone: true },
  'plans.undoAdoption': named('own', ({ adoptedPlanId }) => ({ key: key(), planId: adoptedPlanId })),
  'plans.answer': named('own', ({ proposedPlanId }) => ({ key: key(), planId: proposedPlanId, answer: 'decline' })),
  'plans.reflow': nothing('own', () => ({ key: key() })),
  'plans.settings': nothing('own', () => ({
    key: key(),
    hoursPerWeek: 3000,
    mostADay: 2000,
    daysOff: [6],
    holidays: ['2026-12-25'],
    daysBetweenFinishes: 7,
    reserve: 28,
    keepsCards: true,
  })),
  'quizzes.start': named('own', ({ openEnrollmentId }) => ({ enrollmentId: openEnrollmentId, key: key() })),
  'quizzes.attempt': named('own', ({ openAttemptId }) => ({ attemptId: openAttemptId })),
  'quizzes.takeOver': named('own', ({ openAttemptId }) => ({ attemptId: openAttemptId, device: key(), key: key() })),
  'quizzes.saveAnswer': named('own', ({ openAttemptId, question }) => ({
    attemptId: openAttemptId,
    question,
    choice: ['a'],
    seq: 1000,
  })),
  'quizzes.submit': named('own', ({ openAttemptId }) => ({ attemptId: openAttemptId, key: key() }), { holdsKey: true }),
  'quizzes.result': named('own', ({ closedAttemptId }) => ({ attemptId: closedAttemptId }), { holdsKey: true }),
  'records.list': nothing('own'),
  'records.show': named('own', ({ recordId }) => ({ recordId })),
  'reminders.own': nothing('own'),
  'reminders.choose': nothing('own', () => ({ key: key(), kind: 'card', wanted: true })),
  'renewals.own': nothing('own'),
  'renewals.submit': named('own', ({ holdingId }) => ({ key: key(), holdingId }), { alreadyDone: true }),
  'renewals.withdraw': named('own', ({ renewalId }) => ({ key: key(), renewalId })),
  'reviews.options': nothing('own'),
  'reviews.own': nothing('own'),
  'reviews.handInActivity': named('own', ({ fileId, packId }) => ({
    key: key(),
    kind: 'petition',
    title: 'Congress',
    provider: 'Congress House',
    completedOn: '2026-02-14',
    credits: [{ packId, amount: '1' }],
    minutes: null,
    note: null,
    fileId,
  })),
  'reviews.handInCard': named('own', ({ cardFileId }) => ({
    key: key(),
    type: 'cpr-aed',
    issuer: 'Heart House',
    issuedOn: '2026-02-01',
    validThrough: null,
    handsOn: true,
    fileId: cardFileId,
  })),
  'reviews.withdraw': named('own', ({ submissionId }) => ({ key: key(), submissionId })),
  'standing.page': nothing('own'),
  'standing.explanation': named('own', ({ holdingId }) => ({ holdingId })),
  'verify.record': {
    policy: 'public',
    names: 'filter',
    input: ({ recordCode }) => ({ code: recordCode }),
    showsName: true,
  },
}

/** Every procedure that the console may call. */
export const CONSOLE: Readonly<Record<string, Expectation>> = {
  ...account,
  'awards.options': named('awards.write', ({ personId }) => ({ personId })),
  'awards.preview': named('awards.write', award, { own: 'denied' }),
  'awards.post': named('awards.write', (things) => ({ ...award(things), key: key(), reason: 'Seen' }), {
    own: 'denied',
  }),
  'awards.reverse': named('awards.write', ({ spare }) => ({ key: key(), entryId: spare.entryId, reason: 'Wrong' }), {
    own: 'denied',
  }),
  'compliance.recomputations': nothing('packs.read'),
  'compliance.options': nothing('compliance.read'),
  'compliance.overview': filter('compliance.read', ({ unitPath }) => ({ unitPath })),
  'compliance.list': filter('compliance.read', ({ givenName }) => ({ name: givenName })),
  'courses.list': nothing('courses.read'),
  'courses.draft': shared('courses.read', ({ courseId }) => ({ courseId }), { holdsKey: true }),
  'courses.version': shared('courses.read', ({ versionId }) => ({ versionId }), { holdsKey: true }),
  'courses.create': nothing('courses.write', () => ({ key: key(), code: 'NEW', title: 'New', language: 'en' })),
  'courses.saveDraft': shared('courses.write', ({ courseId, lesson }) => ({
    courseId,
    revision: 1,
    edit: { kind: 'lesson', lesson: { ...lesson, title: 'Another title' } },
    key: key(),
  })),
  'courses.publish': shared('courses.write', ({ courseId }) => ({
    courseId,
    revision: 2,
    note: 'New title',
    key: key(),
  })),
  'courses.credits': shared('courses.read', ({ courseId }) => ({ courseId })),
  'courses.setCredits': shared('courses.write', ({ courseId, packId }) => ({
    courseId,
    seen: [],
    credits: [{ packId, category: '', amount: '1', from: '2026-01-01', to: null, source: '' }],
    key: key(),
  })),
  'courses.offer': shared('courses.read', ({ courseId }) => ({ courseId })),
  'courses.setOffer': shared('courses.write', ({ courseId }) => ({
    courseId,
    seen: freeOffer,
    offer: { ...freeOffer, price: '49.5' },
    key: key(),
  })),
  'holdings.declared': filter('holdings.write', ({ personId }) => ({ personId, page: 1 })),
  'holdings.options': named('holdings.write', ({ personId }) => ({ personId })),
  'holdings.add': named(
    'holdings.write',
    ({ personId }) => ({
      key: key(),
      personId,
      credential: 'TEST-OTHER',
      certifiedOn: '2026-02-01',
      cycleStart: null,
      expiresOn: null,
      number: null,
    }),
    { own: 'denied' },
  ),
  'holdings.confirm': named(
    'holdings.write',
    ({ declaredHoldingId }) => ({ key: key(), holdingId: declaredHoldingId }),
    {
      own: 'denied',
    },
  ),
  'holdings.refuse': named(
    'holdings.write',
    ({ spare }) => ({ key: key(), holdingId: spare.declaredHoldingId, reason: 'No such number' }),
    { own: 'denied' },
  ),
  'holdings.end': named(
    'holdings.write',
    ({ spare }) => ({ key: key(), holdingId: spare.holdingId, on: '2026-03-01', reason: 'Given back' }),
    // An application is open for it: to be told so is the most that anybody gets.
    { own: 'denied', alreadyDone: true },
  ),
  'organizations.members': filter('people.manage', ({ givenName }) => ({ search: givenName, show: 'all', page: 1 })),
  'organizations.member': named('people.manage', ({ personId }) => ({ personId })),
  'organizations.changePerson': named(
    'people.manage',
    ({ spare, unitId }) => ({ key: key(), personId: spare.personId, givenName: 'New', familyName: key(), unitId }),
    { own: 'denied' },
  ),
  'organizations.giveRole': named(
    'people.manage',
    ({ personId, unitId }) => ({ key: key(), personId, role: 'staff', unitId }),
    { own: 'denied' },
  ),
  'organizations.withdrawRole': named('people.manage', ({ grantId }) => ({ key: key(), grantId }), { own: 'denied' }),
  'organizations.suspend': named('people.manage', ({ personId }) => ({ key: key(), personId, reason: 'Asked' }), {
    own: 'denied',
  }),
  'organizations.restore': named('people.manage', ({ personId }) => ({ key: key(), personId, reason: 'Asked' }), {
    own: 'denied',
  }),
  'organizations.sessions': nothing('people.manage'),
  'organizations.endSessions': named('people.manage', ({ spare }) => ({ key: key(), personId: spare.personId })),
  'organizations.units': nothing('people.manage'),
  'organizations.addUnit': named('people.manage', ({ unitId }) => ({ key: key(), parentId: unitId, name: key() })),
  'organizations.renameUnit': named('people.manage', ({ unitId }) => ({ key: key(), unitId, name: key() })),
  'organizations.invitations': nothing('people.manage'),
  'organizations.invite': named('people.manage', ({ unitId }) => ({
    key: key(),
    email: `${key()}@example.test`,
    givenName: 'New',
    familyName: 'Face',
    unitId,
    role: null,
    locale: 'en',
  })),
  'organizations.withdrawInvitation': named('people.manage', ({ invitationId }) => ({ key: key(), invitationId })),
  'organizations.resendInvitation': named('people.manage', ({ invitationId }) => ({ key: key(), invitationId }), {
    alreadyDone: true,
  }),
  'organizations.mails': nothing('mail.read', () => ({ page: 1 })),
  'organizations.mail': shared('mail.read', ({ mailId }) => ({ mailId }), { wholeOnly: true }),
  // Every organisation of the tests' world has a pack of this id: what is asked for is always one's own.
  'packs.list': nothing('packs.read', () => ({ page: 1 })),
  'packs.show': nothing('packs.read', ({ packId }) => ({ packId })),
  'packs.compare': nothing('packs.read', ({ packId }) => ({ packId })),
  'packs.cases': nothing('packs.read', ({ packId }) => ({ packId })),
  'packs.doubts': nothing('packs.read', ({ packId }) => ({ packId })),
  'people.search': filter('people.read', ({ givenName }) => ({ search: givenName, page: 1 })),
  'people.get': named('people.read', ({ personId }) => ({ personId })),
  'people.explanation': named('people.read', ({ personId, holdingId }) => ({ personId, holdingId })),
  'people.ledger': named('ledger.read', ({ personId }) => ({ personId })),
  'people.records': named('records.read', ({ personId }) => ({ personId })),
  'people.revokeRecord': named(
    'records.write',
    ({ spare }) => ({ key: key(), recordId: spare.recordId, reason: 'Wrong' }),
    { own: 'denied' },
  ),
  'people.reissueRecord': named(
    'records.write',
    ({ spare }) => ({ key: key(), recordId: spare.recordId, reason: 'New name' }),
    { own: 'denied' },
  ),
  'people.submissions': named('reviews.decide', ({ personId }) => ({ personId })),
  'reminders.preview': { ...nothing('reminders.release'), wholeOnly: true },
  // No wave waits in the tests' world: being told so is the most that anybody gets.
  'reminders.release': {
    ...nothing('reminders.release', () => ({ key: key(), waveId: randomUUID(), total: 3 })),
    wholeOnly: true,
    alreadyDone: true,
  },
  'reminders.configure': {
    ...nothing('reminders.release', () => ({ key: key(), ceiling: 100, quietFrom: 21, quietUntil: 8 })),
    wholeOnly: true,
  },
  'plans.ofTrainer': named('plans.propose', ({ personId }) => ({ personId })),
  'plans.forTrainer': named('plans.propose', ({ personId }) => ({ personId })),
  'plans.propose': named(
    'plans.propose',
    ({ personId }) => ({ key: key(), personId, minimise: wanted.minimise, note: 'Have a look' }),
    { own: 'denied', alreadyDone: true },
  ),
  'plans.units': nothing('plans.propose'),
  'plans.unit': named('plans.propose', ({ planRunId }) => ({ runId: planRunId, page: 1 })),
  'plans.startUnit': named('plans.propose', ({ unitId }) => ({ key: key(), unitId })),
  'plans.cancelUnit': named('plans.propose', ({ planRunId }) => ({ key: key(), runId: planRunId })),
  'plans.resumeUnit': named('plans.propose', ({ planRunId }) => ({ key: key(), runId: planRunId })),
  'renewals.list': nothing('renewals.decide', () => ({ filter: 'waiting', page: 1 })),
  'renewals.show': named('renewals.decide', ({ renewalId }) => ({ renewalId })),
  'renewals.approve': named('renewals.decide', ({ renewalId }) => ({ key: key(), renewalId, note: null }), {
    own: 'denied',
  }),
  'renewals.refuse': named(
    'renewals.decide',
    ({ spare }) => ({ key: key(), renewalId: spare.renewalId, reasonCode: 'other', note: 'Not yet' }),
    { own: 'denied' },
  ),
  'reviews.queue': filter('reviews.decide', ({ givenName }) => ({ search: givenName, page: 1 })),
  'reviews.get': named('reviews.decide', ({ submissionId }) => ({ submissionId })),
  'reviews.decide': named(
    'reviews.decide',
    ({ submissionId, packId }) => ({
      key: key(),
      submissionId,
      outcome: 'approved',
      credits: [{ packId, amount: '1' }],
      reasonCode: null,
      note: null,
    }),
    { own: 'denied' },
  ),
  'trail.actions': nothing('trail.read'),
  'trail.events': filter('trail.read', ({ personId }) => ({ personId, page: 1 })),
  'trail.ledger': filter('ledger.read', ({ givenName }) => ({ person: givenName, page: 1 })),
}
