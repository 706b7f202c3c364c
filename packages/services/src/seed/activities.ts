/** What a demo activity is worth: thousandths of each pack's unit, by pack. */
export interface DemoActivity {
  readonly title: string
  readonly type: 'course' | 'presenting'
  readonly courseCode: string | null
  readonly credits: Readonly<Record<string, number>>
}

/**
 * The two specializations give 1.9 CEUs toward NASM-CPT (facts.json, NASM-CES and NASM-PES). No source gives their
 * value for the other bodies: 1.9 CECs of ten hours and 19 hours are demo data, the same hours in those units.
 */
export const SPECIALIZATIONS: readonly [DemoActivity, DemoActivity] = [
  {
    title: 'Corrective exercise specialization',
    type: 'course',
    courseCode: 'CES',
    credits: { 'nasm-cpt': 1900, 'ace-cpt': 1900, issa: 19_000 },
  },
  {
    title: 'Performance enhancement specialization',
    type: 'course',
    courseCode: 'PES',
    credits: { 'nasm-cpt': 1900, 'ace-cpt': 1900, issa: 19_000 },
  },
]

/** Shorter approved activities: one contact hour is 0.1 CEU or CEC (facts.json) and one ISSA hour. */
export const SHORT_ACTIVITIES: readonly [DemoActivity, ...DemoActivity[]] = [
  workshop('Movement screening workshop', 4),
  workshop('Professional ethics for trainers', 3),
  workshop('Regional training conference, one day', 7),
  workshop('Coaching older adults', 6),
  workshop('Nutrition basics for trainers', 8),
  workshop('Kettlebell technique day', 6),
  workshop('Behaviour change in coaching', 10),
]

function workshop(title: string, hours: number): DemoActivity {
  return {
    title,
    type: 'course',
    courseCode: null,
    credits: { 'nasm-cpt': hours * 100, 'ace-cpt': hours * 100, issa: hours * 1000 },
  }
}
