/**
 * Pieces that people build guessable passwords from: the words, names, keyboard walks and phrases that lead the
 * published lists of leaked passwords, in English and Spanish, and the words of this product's own context.
 * They are compared after folding case and look-alike digits, so "P4ssw0rd" is found under "password".
 */
const WORDS = `
password passwort passphrase passcode passwd contrasena contraseña clave secret secreto welcome bienvenido letmein
login logon signin access acceso admin administrator administrador administradora root superuser user usuario guest
invitado default changeme changethis temporary temporal test testing prueba demo sample example ejemplo master
qwertyuiop qwerty qwert azerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv poiuytrewq lkjhgfdsa mnbvcxz
abcdefghijklmnopqrstuvwxyz abcdefgh abcdef abcd abc
iloveyou ilove iloveu loveyou loveme lovely lover love amor teamo tequiero teamomucho mivida miamor corazon
princess princesa prince principe angel angelito sunshine sunflower flower flores rainbow butterfly mariposa
monkey dragon tiger lion eagle wolf shark panther dolphin kitten kitty puppy bunny turtle spider phoenix unicorn
football futbol soccer baseball basketball hockey tennis golf rugby cricket boxing wrestling champion champions
superman batman spiderman ironman wonderwoman starwars pokemon pikachu naruto minecraft fortnite mario zelda
michael jennifer jessica ashley daniel joshua matthew andrew anthony nicole amanda samantha michelle charlie
jordan thomas robert william james david richard george harley hunter buster ginger maggie pepper cookie
carlos maria jose juan luis miguel antonio francisco fernando alejandro roberto eduardo ricardo gabriela daniela
valentina camila sofia isabella lucia carmen guadalupe jesus
freedom libertad whatever nothing trustno computer internet samsung iphone android google facebook instagram
youtube twitter microsoft apple windows linux ubuntu cisco oracle
summer verano winter invierno spring primavera autumn otono monday lunes tuesday wednesday thursday friday viernes
saturday sunday domingo january february march april june july august september october november december
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
america barcelona realmadrid madrid liverpool arsenal chelsea juventus mexico argentina espana colombia chicago
london dallas boston cowboys yankees lakers steelers eagles raiders patriots
hello hola goodbye adios please porfavor thankyou gracias family familia friends amigos friend amigo mother madre
father padre mommy daddy mama papa baby bebe brother hermano sister hermana
money dinero dollar lucky suerte happy feliz smile sonrisa sexy fuckyou fuckoff fuck bitch shit mierda puta
killer ninja pirate soldier warrior guerrero hacker gangster player gamer winner shadow silver golden diamond
mustang ferrari porsche corvette yamaha honda toyota mercedes
chocolate banana orange cherry strawberry peaches coffee cheese pizza cupcake candy sugar
purple yellow orange green black white blue
correcthorsebatterystaple correct horse battery staple thisisapassword thisismypassword mypassword notapassword
thequickbrownfoxjumpsoverthelazydog thequickbrownfox tobeornottobe maytheforcebewithyou onceuponatime
openthedoor opensesame abretesesamo donttellanyone canyouguess ihatepasswords
`

/** Words of this product, its trade and its sign-in page; expected in a guess, so no strength. */
const CONTEXT = `
goodstanding good standing trainer trainers entrenador entrenadora training coach coaching fitness gym gimnasio
workout exercise ejercicio muscle strength personal certification certified certificacion credential credencial
credits creditos renewal renovacion registrar compliance auditor author portal console consola academy academia
organization organisation organizacion organizador company empresa office oficina school escuela
`

const piecesOf = (text: string): string[] => text.split(/\s+/).filter((word) => word.length > 2)

/** Longest first, so that a greedy removal takes "goodstanding" before "good". */
export const COMMON_PIECES: readonly string[] = [...new Set([...piecesOf(WORDS), ...piecesOf(CONTEXT)])].sort(
  (a, b) => b.length - a.length || (a < b ? -1 : 1),
)
