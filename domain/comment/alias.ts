const manners =
  "Amber Brisk Calm Candid Clear Copper Crisp Dappled Distant Eager Early Fair Frosty Gentle Gilded Hidden Humble Keen Late Lively Lone Mellow Mild Mossy Nimble Patient Plain Quiet Quick Restless Russet Sandy Silver Sober Solemn Steady Sunny Tidy Upright Wakeful Wary Windy Woven".split(
    " ",
  );

const birds =
  "Avocet Bittern Bunting Bustard Condor Cormorant Crane Curlew Dipper Dotterel Dunlin Egret Eider Falcon Finch Fulmar Gannet Godwit Goshawk Grebe Harrier Heron Hoopoe Ibis Jackdaw Kestrel Kite Knot Lapwing Linnet Martin Merlin Nightjar Nuthatch Oriole Osprey Petrel Pipit Plover Puffin Rail Redstart Rook Sandpiper Shrike Siskin Skua Snipe Starling Stonechat Swift Teal Tern Thrush Turnstone Wagtail Warbler Wheatear Whimbrel Wigeon Wren".split(
    " ",
  );

/**
 * An alias nobody has yet, such as "Quiet Heron". There are some 2,600; when a class has used them up, a number
 * follows.
 * @param random gives numbers from 0 to below 1; must not depend on who asks or when
 */
export function drawAlias(taken: ReadonlySet<string>, random: () => number): string {
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  for (let tries = 0; tries < 200; tries++) {
    const name = `${pick(manners)} ${pick(birds)}`;
    if (!taken.has(name)) return name;
  }
  const base = `${pick(manners)} ${pick(birds)}`;
  let number = 2;
  while (taken.has(`${base} ${number}`)) number++;
  return `${base} ${number}`;
}
