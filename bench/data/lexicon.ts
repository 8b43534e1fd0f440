const words = (list: string) => list.trim().split(/\s+/);

/** The words of the generated prose: stems, which `prose.ts` inflects. */
export const lexicon = {
  people:
    words(`minister merchant historian judge soldier clerk widow farmer editor envoy lawyer peasant governor
    scholar tenant banker priest engineer printer captain critic student owner officer weaver commissioner
    senator rebel surveyor diplomat juror archivist magistrate creditor pilgrim foreman neighbour sailor apprentice
    steward auditor tailor mayor general prince novelist painter physician chemist geologist botanist miner shepherd
    trader smuggler translator witness bishop ambassador reformer pamphleteer teacher orphan veteran settler exile
    monarch regent chancellor delegate deputy secretary correspondent biographer economist gardener carpenter mason
    miller fisherman ferryman innkeeper porter stranger philosopher theologian mathematician cartographer`),
  things: words(`treaty harvest ledger border river archive parliament railway court debt tariff city harbour
    letter verdict charter province army factory school doctrine custom boundary bridge market currency frontier
    island village statute petition inquiry rumour promise contract census tax monastery empire republic
    constitution committee ministry garrison colony estate tenancy wage strike union newspaper pamphlet sermon
    library museum portrait map survey road canal mill mine forge warehouse cargo fleet voyage coast valley mountain
    forest plain marsh drought flood famine epidemic hospital prison trial oath sentence pardon conspiracy
    assassination election ballot faction coalition compromise reform revolt siege armistice settlement partition
    annexation embargo blockade convoy telegram memoir diary manuscript inscription monument ruin cathedral
    chapel cemetery festival ceremony procession banquet household marriage dowry inheritance will deed mortgage
    bond share dividend crisis panic bankruptcy ration subsidy quota monopoly guild patent invention instrument
    engine furnace loom pump lens clock calendar theorem experiment hypothesis theory method measurement proof
    paradox analogy metaphor argument objection premise conclusion exception precedent principle rule norm standard
    category distinction definition grammar dialect translation proverb anecdote legend chronicle genealogy
    narrative episode incident quarrel grievance insult apology concession guarantee sanction threat ultimatum
    alliance rivalry friendship loyalty obligation privilege immunity exemption licence permit passport visa
    document record register index catalogue collection fragment specimen sample fossil seed crop orchard vineyard
    pasture herd flock fence wall gate tower roof cellar staircase corridor window lantern candle mirror`),
  ideas: words(`sovereignty authority legitimacy justice memory trade labour honour evidence security liberty
    neutrality credit consent opinion power belief trust silence doubt order fear poverty wealth knowledge
    ignorance patience ambition prudence discipline solidarity equality property welfare piety faith reason
    experience tradition progress decline violence mercy cruelty courage vanity secrecy publicity scarcity
    abundance dependence independence jurisdiction diplomacy commerce agriculture industry education literacy
    migration taxation representation administration corruption efficiency stability resistance obedience
    tolerance orthodoxy dissent nostalgia grief shame pride envy gratitude hospitality gossip expertise judgement
    imagination rhetoric irony precision ambiguity coherence continuity rupture chance necessity causation`),
  qualities: words(`old local public foreign narrow careful fragile common private distant modest bitter
    imperial legal rural formal sudden obscure practical moral ancient civil quiet crowded reluctant provincial
    cautious stubborn generous hostile neutral secret official informal written unwritten temporary permanent
    costly cheap scarce abundant northern southern eastern western coastal inland industrial agrarian urban
    commercial military naval clerical secular sacred profane learned popular vulgar elegant crude subtle obvious
    doubtful plausible absurd rational arbitrary lawful criminal innocent guilty honest dishonest loyal disloyal
    rival allied hereditary elected appointed absent present former future early late recent modern medieval
    colonial national regional municipal federal central peripheral marginal decisive trivial grave minor major
    partial complete broken intact hidden visible sharp blunt heavy light dry damp cold warm dark bright hollow
    solid empty full barren fertile wild domestic cultivated ruined restored forgotten celebrated notorious
    anonymous familiar unfamiliar curious ordinary exceptional comparative historical statistical numerical
    geographical philosophical theological grammatical literary scientific technical mechanical chemical`),
  acts: words(`accept argue borrow carry change claim collect compare concern confirm consider create defend
    demand deny describe destroy discover divide doubt enforce enter examine expect explain follow forbid gather
    govern grant guard ignore imagine improve inherit inspect invent join judge justify keep lack learn limit
    measure mention mistake name need neglect observe obtain offer oppose order owe permit persuade praise prefer
    preserve prevent produce promise protect prove publish punish question reach receive record reduce refuse
    regard reject remember remove repair repeat replace report represent require resent resist respect restore
    restrain reveal reward risk rule satisfy secure separate settle shape share suffer suggest support suppose
    suspect tolerate trace translate treat trust undermine value visit want warn watch weaken welcome withdraw
    witness abandon abolish absorb accuse acquire administer admire advise afford alarm allocate alter amend
    announce anticipate approve arrange assemble assess assign assume attack attract avoid balance betray blame
    bury calculate cancel celebrate cherish cite classify commission compel complicate conceal condemn conduct
    confuse conquer construct consult contest convert copy correct criticise cultivate debate deceive declare
    decorate delay deliver derive deserve detain devote dictate disturb dominate elect embrace employ endorse
    endure enlarge enlist entrust establish evade exaggerate exclude execute exploit export expose finance forge`),
  links: words(`although because while since until unless whereas before after though once wherever`),
  manners: words(`slowly rarely openly often quietly plainly seldom partly hardly perhaps usually nearly soon
    abroad again together apart elsewhere almost carefully reluctantly deliberately publicly privately formally
    suddenly gradually eventually occasionally evidently presumably apparently merely chiefly largely strictly
    loosely fairly badly honestly cheaply violently peacefully cautiously stubbornly lawfully faithfully
    separately jointly directly indirectly briefly repeatedly steadily scarcely barely simply seriously`),
  places: words(`of in on from under over against between beyond within without through across near behind
    toward among around beneath`),
  openings: [
    "In the same year",
    "By then",
    "For a generation",
    "At first",
    "In practice",
    "Even so",
    "To be sure",
    "On this point",
    "Some years later",
    "Until recently",
    "As a rule",
    "In the provinces",
    "Seen from the capital",
    "For most of the century",
    "In the end",
    "Nothing of this was new:",
    "It is worth asking why",
    "There were exceptions, and",
    "One may object that",
    "The records are silent, but",
    "What followed was simpler:",
    "This is not to say that",
    "Much the same could be said when",
    "It does not follow that",
  ],
  syllables:
    words(`bel cor dra el fan gor hal is jun kel lor mar nev or pel quin ros sal tor ul ves wil yar zen
    ash bren cal den fer gal hol kar lin mon nor os per ran sel tam vor wes`),
  endings: words(`a os ia burg ton ova eth um aria stead en is ford ino ak mere`),
} as const;
