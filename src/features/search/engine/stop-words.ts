/**
 * Words of a query that say nothing about its subject. Ignored unless a query has no others.
 * Words that state an intent (`difference`, `versus`, `without`) are not among them.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'hello hi importance important importantly thank thanks a about actually after all also am an and any anyone are as at be because been before between being but by can cannot could did do ' +
    'does doing done each either else ever every exactly for from get gets getting give gives given go goes going got had has have ' +
    'having he help her here him his how i if in into is isn it its itself just know let like long many may me mean means might ' +
    'more most much must my need needs no not of off on one only or other our out over please really same say says should so some ' +
    'someone something still such take takes tell than that the their them then there these they thing things this those through to ' +
    'too try trying up us use used uses using very want wants was way we were what when where which while who whose why will with ' +
    'won would yes you your don doesn didn aren wasn can couldn shouldn doesnt dont isnt arent wasnt cant couldnt shouldnt im ive ve re ll'
  ).split(' '),
);

/** Words that say what is wanted of the subject rather than what it is. They count, but little. */
export const softWords: ReadonlySet<string> = new Set(
  (
    'add allow best better bring choose common correct define definition example examples explain explained explanation fine good ' +
    'guide happen happens help introduction issue kind kinds learn make makes making meaning method needed ' +
    'overview possible practice problem provide reason reasons required right run running runs simple spin suitable suited ' +
    'bug capable certain critical depth describe discuss effectively employ enable feature generally main multiple number part question request several ' +
    'supposed technology suppose true false statement correctly respective relevant directly currently tell thing tool tutorial type understand useful ' +
    'answer answers ask asked asking asks assignment brief briefly class detail detailed details exam exams following homework interview interviewer justify lecturer marks own professor student students teacher tomorrow two viva words way work working works wrong'
  ).split(' '),
);

/** Words that ask how two things differ, or for the advantages of one of them. */
export const compareWords: ReadonlySet<string> = new Set(
  (
    'advantage advantages benefit benefits compare compared comparison con cons difference differences differ differs different differentiate differentiated differentiates disadvantage ' +
    'disadvantages distinguish drawback drawbacks instead pro pros replace similarities similarity versus vs'
  ).split(' '),
);
