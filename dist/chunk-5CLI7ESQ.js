const {createHash:Nr}=process.getBuiltinModule("node:crypto");import{a as $e,b as Re}from"./chunk-2BXGWYMX.js";import{$1a as we,$1c as ke}from"./chunk-verify.js";import{$qa as be}from"./chunk-verify.js";import{$2a as ye,$2c as ve}from"./chunk-verify.js";import"./chunk-verify.js";import"./chunk-verify.js";import"./chunk-verify.js";import{a as ue}from"./chunk-FRZGS3A5.js";import{$4a as pe}from"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import"./chunk-of-all.js";import{$1pa as le}from"./chunk-of-all.js";import{$7a as ae}from"./chunk-evidence.js";import{$12a as se}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$na as I}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$5b as ce}from"./chunk-evidence.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$ya as re}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$2b as _}from"./chunk-of-all.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import{$7b as me}from"./chunk-cli-and-verify.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$1a as he,$1b as ge}from"./chunk-threads.js";import{$fc as fe}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$lb as ie}from"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$3a as de}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$pc as N}from"./chunk-of-all.js";import"./chunk-of-all.js";import{$1hp as oe,$1hq as ne}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$4a as E}from"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$fa as q,$fe as te}from"./chunk-of-all.js";import{$1ra as Q,$1rb as ee}from"./chunk-of-all.js";import"./chunk-of-all.js";function j({signedBy:e,byRunKey:t,platform:r}){return{signature:e.length===0?{kind:"unchecked"}:{kind:t?"run":"lasting",keys:e},platform:St(r)}}function St(e){switch(e.kind){case"none":return{kind:"none"};case"verified":{let{claims:t}=e;return{kind:"verified",repository:t.repository_id,workflow:t.job_workflow_ref,workflowCommit:t.job_workflow_sha,event:t.event_name,runner:t.runner_environment,run:t.run_id,attempt:t.run_attempt}}case"countersigned":{let{claims:t}=e;return{kind:"countersigned",repository:t.repository_id,workflowCommit:t.job_workflow_sha,event:t.event_name,runner:t.runner_environment,run:t.run_id,attempt:t.run_attempt}}case"unverified":case"absent":case"wrong":case"unreadable":return{kind:"unverified",why:he(e)}}}function b(e){return t=>t.record.kind===e}function v({placed:e,record:t}){return t.kind==="unrecognised"?e.storedAt:Date.parse(t.evidence.event_time)}function D({placed:e,slotDigest:t}){let{stream:r,name:o,digest:i,slot:a,position:s}=e,{signature:l,platform:d}=j(e);return{record:i,key:oe(r,o),stream:r,slot:a,position:s,slotDigest:t,signature:l,platform:d}}function xe(e){let{record:t}=e;return t.kind==="unrecognised"?{kind:`not recognised: ${t.predicateType}`,at:v(e),outcome:null,proof:D(e)}:{kind:t.kind,at:v(e),outcome:Mt[t.evidence.outcome],proof:D(e)}}var Mt={pass:"passed",fail:"failed",error:"ended in an error",skipped:"skipped",bypassed:"bypassed",n_a:"nothing was judged"};function Se(e){return e.flatMap(({change:r,evidence:o})=>o.filter(b("change.approval")).flatMap(({record:i})=>i.details.approvals.map(({id:a,roles:s,state:l,at:d,commit:p,counted:c})=>({person:a,roles:s,state:`${Pt[l]}${l==="approved"&&!c?", did not count":""}`,counted:c,at:Date.parse(d),commit:p,change:{title:r.title,anchor:r.anchor}})))).sort((r,o)=>r.at-o.at)}var Pt={approved:"approved",changes_requested:"asked for changes",commented:"commented",dismissed:"dismissed",pending:"not submitted"};var P=({sha256:e,length:t})=>`[text ${te(e).slice(0,12)}, ${t} bytes]`;function Me({environment:e}){if(e===null)return null;let{name:t,approvals:r}=e;return{name:typeof t=="string"?t:P(t),requiredReviewers:e.required_reviewers,preventSelfReview:e.prevent_self_review,adminsBypass:e.admins_bypass,waitMinutes:e.wait_minutes,branches:e.branches,approvals:r.known?N(r.value.map(Ct)):r,decision:e.decision,deployer:e.deployer,triggeredBy:e.triggered_by}}var Ct=({id:e,state:t,not_before:r,not_after:o})=>({person:e,state:t,after:Date.parse(r),before:Date.parse(o)});function Pe(e,t){return Object.fromEntries(Object.entries(e).map(([r,o])=>[r,Ot(o,t)]))}function Ot(e,t){return typeof e=="string"?t.get(e)??e:typeof e=="boolean"?e?"yes":"no":typeof e!="object"?e:P(e)}function Oe(e){let t=e.find(b("change.approval"));if(t===void 0)return null;let{approvals:r,required:o,threads:i,tickets:a,checks:s}=t.record.details;return{counted:r.filter(({counted:l})=>l).length,asked:{minimum:o.minimum,roles:o.roles},class:o.class,elevated:o.elevated,threads:i,tickets:Ce(a,l=>l.map(P)),checks:Ce(s,l=>l.map(({name:d,app_id:p,workflow:c,commit:m,conclusion:R,attempt:M})=>({name:P(d),app:p,workflow:c===null?null:P(c),commit:m,conclusion:R,attempt:M})))}}var Ce=(e,t)=>e.known?N(t(e.value)):e;function Te(e,t,r){let o=e.filter(b("policy.decision")),i=new Set(t.filter(b("policy.decision")).flatMap(_e));return o.map((a,s)=>{let l=t.filter(d=>Et(d,a,i));return{decided:a,evidence:l,change:Dt(a,s,o,l,r)}})}var _e=({record:e})=>e.evidence.related.filter(({rel:t})=>t==="fact").map(({digest:t})=>t);function Et({placed:e,record:t},r,o){let{placed:i,record:a}=r;if(e.digest===i.digest)return!0;if(t.kind==="unrecognised"||e.stream!==i.stream||t.kind==="policy.decision")return!1;if(o.has(e.digest))return _e(r).includes(e.digest);let{head:s,landed:l}=a.details.subject;if(t.kind==="sbom"&&[s,l].includes(t.details.built_from?.commit??""))return a.details.decision==="allow";if((t.kind==="deployment"||t.kind==="change.merged")&&t.details.decision===i.digest)return!0;let{run_id:d,run_attempt:p}=t.evidence;return d!==null&&d===a.evidence.run_id&&p===a.evidence.run_attempt}function Dt(e,t,r,o,i){let{details:a,evidence:s}=e.record;return{anchor:`change-${t+1}`,title:Tt(e,r),commit:a.subject.head,base:a.subject.base,decidedAt:v(e),outcome:a.provisional?"provisional":a.decision,cause:a.cause,error:a.error===null?null:a.error.code,facts:s.facts,rules:a.rules.map(l=>At(l,e,i)).sort(_t),review:Oe(o),environment:Me(a),evidence:o.map(xe),retentionYears:a.configuration.retention_years,policy:a.policy.sha256,input:a.input.sha256}}var Ee={pull_request:"Pull request",merge_group:"Merge group",push:"Push",deployment:"Deployment"};function Tt(e,t){let{kind:r,number:o,repository:i}=e.record.details.subject,a=o===null?Ee[r]:`${Ee[r]} ${o}`,s=t.filter(({record:{details:l}})=>{let{subject:d}=l;return d.kind===r&&d.repository===i&&(o===null?d.head===e.record.details.subject.head:d.number===o)});return s.length<2?a:`${a}, decision ${s.indexOf(e)+1} of ${s.length}`}var De=["fail","unknown","waived","pass","not_applicable"],_t=(e,t)=>De.indexOf(e.status)-De.indexOf(t.status);function At(e,{record:t},r){let{id:o,status:i,mode:a,exception:s,controls:l,reasons:d}=e,p=new Map(t.details.people.map(m=>[m.label,qt(m.id)])),c=t.details.waivers.find(m=>m.exception===s&&m.rule===o);return{id:o,title:r.rules.find(m=>m.id===o)?.title??"a rule of an older or newer policy",status:i,mode:a,controls:l,reasons:d.map(({code:m,params:R})=>le(r,o,{code:m,params:Pe(R,p)})),exception:s===null||c===void 0?s:`${s}, ${E(c.days_left,"day")} left`}}var qt=e=>e.replace(/^person:([0-9a-f]{12})[0-9a-f]*$/,"person $1");function Ae(e,t){let r=e.flatMap(i=>i.rules.flatMap(a=>a.controls.map(s=>({id:s,rule:a}))));return[...new Set(r.map(({id:i})=>i))].filter(i=>t===null||i===t).sort(It).map(i=>{let a=r.filter(l=>l.id===i).map(({rule:l})=>l),s=l=>a.filter(d=>d.status===l).length;return{control:i,title:I(i)?.title??null,rules:[...new Set(a.map(l=>l.id))].sort(),passed:s("pass"),failed:s("fail"),waived:s("waived"),unknown:s("unknown"),notApplicable:s("not_applicable")}})}var Nt=new Intl.Collator("en",{numeric:!0}),It=(e,t)=>Nt.compare(e,t);function qe(e,t){return e.flatMap(o=>b("change.merged")(o)?[jt(o,t)]:b("change.bypass")(o)?[Lt(o)]:[]).sort((o,i)=>o.at-i.at).map((o,i)=>({...o,anchor:`landing-${i+1}`}))}function jt(e,t){let{commit:r,method:o,pull_request:i,decision:a,pushed_by:s}=e.record.details,l=t.find(({decided:d})=>d.placed.digest===a);return{...Ne(e),commit:r,state:"merged",how:Wt[o],pullRequest:i,change:l?.change.anchor??null,exception:null,pushedBy:s}}function Lt(e){let{commit:t,state:r,reason:o,exception:i,pull_request:a,pushed_by:s}=e.record.details;return{...Ne(e),commit:t,state:r,how:F(o),pullRequest:a,change:null,exception:i,pushedBy:s}}var Ne=e=>({at:v(e),facts:e.record.evidence.facts,proof:D(e)}),Wt={"squash-or-rebase":"squashed or rebased, one commit",rebase:"rebased",merge:"merge commit","merge-group":"merge queue"},F=e=>Bt.get(e)??`${e}, a reason of another version`,Bt=new Map(Object.entries({...$e,...Re}));function Ie(e,t){return e.filter(b("change.bypass")).map(r=>{let o=t.find(({proof:i})=>i.record===r.placed.digest);return Kt(r,o?.anchor??null)})}function Kt(e,t){let{evidence:r,details:o}=e.record,{commit:i,reason:a,state:s,exception:l,pull_request:d,pushed_by:p}=o,c=d===null?`Commit ${i.slice(0,12)}`:`Pull request ${d}`;return{kind:s==="excepted"?"exception-used":"bypass",title:s==="excepted"?`${l} covers a bypass: ${c}`:`${c} ${Ft[s]}`,details:[`${a}: ${F(a)}`,`commit ${i}, tree ${o.tree}`,...o.expected_tree===null?[]:[`expected tree ${o.expected_tree}`],...p===null?[]:[`pushed by ${p}`]],at:v(e),controls:r.control_refs.map(m=>m.slice(m.indexOf("/")+1)),anchor:t}}var Ft={bypass:"reached a protected branch past the gate",unverified:"could not be verified after it landed"};function je(e,t,r){return e.filter(b("run.intent")).flatMap(o=>Vt(o,t,r))}function Vt(e,t,r){let{run:o,attempt:i,head:a,expected_kinds:s,deadline:l}=e.record.details;if(Date.parse(l)>r)return[];let d=new Set(t.flatMap(c=>Ut(c,o,i)?[c.record.kind]:[])),p=ge(s).filter(c=>!d.has(c));return p.length===0?[]:[{kind:"missing-result",title:`Run ${o}, attempt ${i}, announced what it never wrote`,details:[`missing: ${p.join(", ")}`,`commit ${a}`],at:v(e),controls:[],anchor:null}]}var Ut=({record:e},t,r)=>e.kind!=="unrecognised"&&e.evidence.run_id===t&&e.evidence.run_attempt===r;function Le(e){let t=e.filter(({platform:{kind:o}})=>o!=="verified"&&o!=="countersigned");if(t.length===0||t.length===e.length)return[];let r=t.reduce((o,{records:i})=>o+i,0);return[{kind:"unsigned-by-platform",title:`${r} ${r===1?"record is":"records are"} unsigned by the platform, beside others that it vouches for`,details:t.map(({platform:o,records:i})=>`${i}: ${o.kind==="unverified"?o.why:zt}`),at:null,controls:[],anchor:"writers"}]}var zt="the record says itself that no platform vouches for it";var Gt=["verification","bypass","error","denied","exception-expired","missing-result","exception-used","warned","unsigned-by-platform","unrecognised","facts-given"];function We({verification:e,changes:t,landings:r,writers:o,shown:i,all:a,until:s}){let l=[...e.findings.filter(Yt).map(Ht),...Ie(i,r),...t.flatMap(Jt),...i.filter(b("deployment")).flatMap(Xt),...je(i,a,s),...Le(o),...Zt(i),...Qt(i)],d=p=>Gt.indexOf(p.kind);return l.sort((p,c)=>d(p)-d(c)||(p.at??1/0)-(c.at??1/0))}var Yt=({kind:e})=>e!=="pending"&&e!=="duplicate"&&e!=="unanswered";function Ht(e){let{kind:t,key:r,detail:o,acknowledged:i}=e;return{kind:"verification",title:`${t}: ${be(e)}`,details:[o,r,...i===null?[]:[`acknowledged: ${i.reason}`]],at:null,controls:[],anchor:null}}function Jt({change:e,decided:t}){let r={at:e.decidedAt,anchor:e.anchor},o=e.rules.filter(({status:l})=>_(l)),i=o.filter(({mode:l})=>l==="enforce"),a=o.filter(({mode:l})=>l!=="enforce"),s=e.rules.filter(({id:l,status:d})=>l==="exceptions.validity"&&d==="fail");return[...e.outcome==="deny"?[{...r,kind:e.cause==="error"?"error":"denied",title:e.title,...V(i,e.error)}]:[],...s.length===0?[]:[{...r,kind:"exception-expired",title:`${e.title}: an exception did not hold`,...V(s)}],...a.length===0?[]:[{...r,kind:"warned",title:`${e.title}: failed, and did not stand in the way`,...V(a)}],...t.record.details.waivers.map(({exception:l,rule:d,days_left:p})=>({...r,kind:"exception-used",title:`${l} waives ${d}`,details:[`used for ${e.title}; ${p} ${p===1?"day was":"days were"} left`],controls:e.rules.find(({id:c})=>c===d)?.controls??[]}))]}function V(e,t=null){return{details:[...t===null?[]:[t],...e.flatMap(({id:r,status:o,reasons:i})=>(i.length===0?[o]:i).map(a=>`${r}: ${a}`))],controls:[...new Set(e.flatMap(({controls:r})=>r))]}}function Xt(e){let{environment:t,digest:r,status:o}=e.record.details;return o!=="refused"&&o!=="failed"&&o!=="cancelled"?[]:[{kind:"denied",title:`Deployment to ${t} ${o}`,details:[r],at:v(e),controls:[],anchor:null}]}function Zt(e){let t=e.filter(b("unrecognised"));if(t.length===0)return[];let r=[...new Set(t.map(({record:i})=>i.predicateType))];return[{kind:"unrecognised",title:`${t.length} ${t.length===1?"record":"records"} of a kind that this version cannot read`,details:r,at:null,controls:[],anchor:null}]}function Qt(e){let t=e.filter(({record:o})=>o.kind!=="unrecognised"&&o.evidence.facts==="given").length;return t===0?[]:[{kind:"facts-given",title:`${t} ${t===1?"record rests":"records rest"} on facts that were handed over in a file`,details:["facts given, not read: nobody asked the platform itself whether they are true"],at:null,controls:[],anchor:null}]}var er="artifact",tr={cyclonedx:"CycloneDX",spdx:"SPDX"};function Be(e,t){let r=e.filter(b("sbom")),o=e.filter(b("deployment"));return[...new Set([...r.map(({record:a})=>a.details.artifact),...o.map(({record:a})=>a.details.digest)])].map((a,s)=>{let l=r.filter(({record:c})=>c.details.artifact===a),d=o.filter(({record:c})=>c.details.digest===a),p=[...l,...d].flatMap(({record:c})=>c.subject.flatMap(({name:m})=>m===void 0||m===er?[]:[m]));return{anchor:`image-${s+1}`,digest:a,names:[...new Set(p)],sboms:l.map(c=>{let{format:m,format_version:R,component_count:M,document:O}=c.record.details;return{format:`${tr[m]} ${R}`,components:M,document:O,at:v(c),proof:D(c)}}),commits:rr(l,t),deployments:d.map(c=>{let{environment:m,status:R}=c.record.details;return{environment:m,outcome:R,at:v(c),proof:D(c)}})}})}function rr(e,t){return[...new Map(e.flatMap(({record:o})=>o.details.built_from===null?[]:[[o.details.built_from.commit,o.details.built_from.claimed_by]]))].map(([o,i])=>{let a=t.findLast(({change:s,decided:l})=>{let{head:d,landed:p}=l.record.details.subject;return[d,p].includes(o)&&s.outcome==="allow"});return{commit:o,saidBy:`claimed by ${i}`,change:a?.change.anchor??null}})}function Ve(e){let t=new Map;for(let r of e){let{signature:o,platform:i}=j(r.placed),a={platform:nr(i),signature:o.kind},s=JSON.stringify(a),l=t.get(s)??{...a,runs:[],records:0},d=ir(r,i);d!==null&&!l.runs.includes(d)&&l.runs.push(d),l.records+=1,t.set(s,l)}return[...t.values()].sort((r,o)=>Ke(r)-Ke(o)||o.records-r.records)}var or=["verified","countersigned","unverified","none"],Ke=({platform:e})=>or.indexOf(e.kind);function nr(e){if(e.kind==="countersigned"){let{kind:l,repository:d,workflowCommit:p,event:c,runner:m}=e;return{kind:l,repository:d,workflowCommit:p,event:c,runner:m}}if(e.kind!=="verified")return e;let{kind:t,repository:r,workflow:o,workflowCommit:i,event:a,runner:s}=e;return{kind:t,repository:r,workflow:o,workflowCommit:i,event:a,runner:s}}function ir({record:e},t){return t.kind==="verified"||t.kind==="countersigned"?Fe(t):e.kind==="unrecognised"||e.evidence.run_id===null?null:Fe({run:e.evidence.run_id,attempt:String(e.evidence.run_attempt??1)})}var Fe=({run:e,attempt:t})=>t==="1"?e:`${e}, attempt ${t}`;function Ge(e,t,r,{control:o,stream:i,from:a,to:s}={}){let l=e.filter(y=>v(y)>=(a??-1/0)&&v(y)<(s??1/0)),d=Te(l,e,r),p=o===void 0?d:d.flatMap(y=>ar(y,o)),c=o===void 0?l:l.filter(y=>sr(y,o,p)),m=c.map(v),R=Se(p),M=qe(c,p),O=Ve(c),$t={ledger:t.ledger,assurance:t.assurance,streams:t.streams.map(({stream:y})=>y),control:o??null,stream:i??null,asked:{from:a??null,to:s??null},covered:m.length===0?null:{from:m.reduce(lr),to:m.reduce(ze)},recordsShown:c.length,recordsInLedger:e.length,facts:{read:Ue(c,"read"),given:Ue(c,"given")},notRetained:[...new Set(c.flatMap(({record:y})=>ae(y)??[]))],vouchedFor:O.reduce((y,{platform:Z,records:xt})=>y+(Z.kind==="verified"||Z.kind==="countersigned"?xt:0),0)},Rt=Math.min(s??1/0,e.map(v).reduce(ze,0));return{scope:$t,verification:cr(t),deviations:We({verification:t,changes:p,landings:M,writers:O,shown:c,all:e,until:Rt}),changes:p.map(({change:y})=>y),landings:M,images:Be(c,p),approvals:R,coverage:Ae(p.map(({change:y})=>y),o??null),writers:O,people:new Set(R.filter(({counted:y})=>y).map(({person:y})=>y)).size}}function ar(e,t){let r=e.change.rules.filter(({controls:o})=>o.includes(t));return r.length===0&&e.change.cause==="rules"?[]:[{...e,change:{...e.change,rules:r}}]}function sr({placed:e,record:t},r,o){return o.some(({evidence:i})=>i.some(a=>a.placed.digest===e.digest))?!0:t.kind!=="unrecognised"&&t.evidence.control_refs.some(i=>i.endsWith(`/${r}`))}var Ue=(e,t)=>e.filter(({record:r})=>r.kind!=="unrecognised"&&r.evidence.facts===t).length,lr=(e,t)=>Math.min(e,t),ze=(e,t)=>Math.max(e,t),dr={allow:"verified",deny:"tampered",invalid:"nothing-checked",unavailable:"unavailable",tampered:"tampered"};function cr({outcome:e,trust:t,receipts:r,order:o,streams:i}){return{outcome:t.kind==="none"&&e==="allow"?"consistent":dr[e],trusted:t.kind!=="none",receipts:r,trust:fe(t),order:o,streams:i.map(a=>({stream:a.stream,slots:a.slots,records:a.verified+a.consistent,states:de.filter(s=>a[s]>0).map(s=>`${a[s]} ${s}`)}))}}function Ye(e){return e.replace(pr,t=>mr[t]??`\\u{${(t.codePointAt(0)??0).toString(16)}}`)}var pr=/[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,mr={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;","`":"&#96;"};var A=class{text;constructor(t){this.text=t}};function n(e,...t){return new A(e.reduce((r,o,i)=>r+He(t[i-1]??null)+o))}function He(e){return e===null?"":e instanceof A?e.text:typeof e=="object"?e.map(He).join(""):Ye(String(e))}var w=e=>n`<code class="whole">${e}</code>`;function k(e){let t=e.slice(e.indexOf(":")+1);return t.length<=12?n`<code>${t}</code>`:n`<code title="${e}">${t.slice(0,12)}</code>`}var C=e=>e.startsWith("person:")?k(e):n`<code>${e}</code>`;function S(e,t,r){return n`<table role="table">
    <caption>
      ${e}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${t.map(o=>n`<th role="columnheader" scope="col" ${U(o)}>${o.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${r.map(o=>n`<tr role="row">
            ${t.map(i=>ur(i,o))}
          </tr> `)}
    </tbody>
  </table>`}function ur(e,t){let r=e.head,o=n`<span class="value">${e.cell(t)}</span>`;return e.names===!0?n`<th role="rowheader" scope="row" data-label="${r}" ${U(e)}>${o}</th>`:n`<td role="cell" data-label="${r}" ${U(e)}>${o}</td>`}var U=e=>e.numeric===!0?n` class="number"`:null;function g(e){let t=new Date(e).toISOString();return n`<time datetime="${t}">${t.slice(0,10)} ${t.slice(11,19)} UTC</time>`}function $({id:e,title:t,lead:r,body:o}){return n`<section id="${e}" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="lead">${r}</p>
    ${o}
  </section> `}function Je({approvals:e}){return $({id:"approvals",title:"Approvals",lead:e.length===0?"No approval is among the records shown.":'People appear under keyed pseudonyms: the same one is the same person within this ledger. Names are resolved outside it, for sampled rows only: "proofrail person show" takes what stands here.',body:e.length===0?null:S("Approvals, in order of time",fr,e)})}var fr=[{head:"Person",names:!0,cell:e=>C(e.person)},{head:"Roles then",cell:e=>e.roles.length===0?"none":e.roles.join(", ")},{head:"Review",cell:e=>e.state},{head:"Time",cell:e=>g(e.at)},{head:"On commit",cell:e=>e.commit===null?"not stated":k(e.commit)},{head:"Change",cell:e=>e.change.anchor===null?e.change.title:n`<a href="#${e.change.anchor}">${e.change.title}</a>`}];function u(e,t,r=`${t}s`){return`${e===0?"no":e.toLocaleString("en-GB")} ${e===1?t:r}`}var f=(e,t)=>n`<div>
    <dt>${e}</dt>
    <dd>${t}</dd>
  </div>`;var x=(e,t)=>e.known?t(e.value):n`<span class="absent">not known: ${hr[e.why]}</span>`,hr={absent:"there was nothing to read",forbidden:"the token was not allowed to read it",truncated:"the platform did not give all of it",moved:"it changed while it was read",producer:"it is not known who made it",pending:"it had not come yet",stale:"it was about something older",unusable:"what was read could not be used"};function Xe(e){let{name:t,approvals:r}=e;return n`<details>
    <summary>Environment: ${t}</summary>
    <dl class="facts">
      ${f("Reviewers",x(e.requiredReviewers,o=>`${u(o,"reviewer")} required`))}
      ${f("Self-review",x(e.preventSelfReview,o=>o?"prevented":"possible"))}
      ${f("Admins",x(e.adminsBypass,o=>o?"can bypass the protection":"cannot bypass the protection"))}
      ${f("Waiting",x(e.waitMinutes,o=>u(o,"minute")))}
      ${f("Branches",x(e.branches,o=>gr[o]??o))}
      ${f("Gate before",x(e.decision,({conclusion:o,commit:i,run:a})=>n`${o} on ${k(i)}, run ${a}`))}
      ${f("Deployer",x(e.deployer,C))}
      ${f("Started by",x(e.triggeredBy,C))}
      ${f("Approvals",x(r,yr))}
    </dl>
  </details>`}var gr={protected:"protected branches only",custom:"branches by a list of its own",all:"every branch may deploy"},yr=e=>e.length===0?n`<span class="absent">none</span>`:e.map(({person:t,state:r,after:o,before:i})=>n`<p>
            ${C(t)} ${r}, between ${g(o)} and ${g(i)}
            <span class="quiet">derived: the platform gives no time</span>
          </p>`);var vr={good:"\u2713",bad:"\u2715",caution:"\u25B2",quiet:"\u2013"};function h(e,t){return n`<span class="mark ${e}"><span class="shape" aria-hidden="true">${vr[e]}</span>${t}</span>`}function L({outcome:e,cause:t}){switch(e){case"allow":return h("good","Allowed");case"provisional":return h("caution","Provisional");case"deny":return h("bad",t==="error"?"Denied: the engine failed":"Denied")}}function Ze(e){let t=e.map((r,o)=>({change:r,number:o+1}));return S(`Population: ${u(e.length,"decision")}, oldest first`,br,t)}var br=[{head:"No.",numeric:!0,cell:({number:e})=>e},{head:"Decided",cell:({change:e})=>g(e.decidedAt)},{head:"Change",names:!0,cell:({change:e})=>n`<a href="#${e.anchor}">${e.title}</a>`},{head:"Commit",cell:({change:e})=>k(e.commit)},{head:"Outcome",cell:({change:e})=>L(e)},{head:"Rules broken",numeric:!0,cell:({change:e})=>wr(e)}],wr=({rules:e})=>e.filter(({status:t})=>_(t)).length;var z="unsigned by the platform";function Qe(e){switch(e.kind){case"verified":return n`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br />${w(e.workflow)}`;case"countersigned":return n`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br /><span
          class="quiet"
          >the token is erased, countersigned by the sealer</span
        >`;case"unverified":return G(e.why);case"none":return n`<span class="absent">${z}: the record says so itself</span>`}}var G=e=>n`${h("caution","not proven")} there is a receipt, and nothing proves it: <code>${e}</code>`;var kr=16;function T(e){let t=`v1/segments/${e.stream}/${String(e.slot).padStart(kr,"0")}`,r=[et(e.key,e.record),...e.slotDigest===null?[]:[et(t,e.slotDigest)]];return n`<dl class="proof">
    <div>
      <dt>Record</dt>
      <dd>${w(e.record)}</dd>
    </div>
    <div>
      <dt>Place</dt>
      <dd>stream ${e.stream}, slot ${e.slot}, position ${e.position}</dd>
    </div>
    ${e.slotDigest===null?null:n`<div>
            <dt>Slot digest</dt>
            <dd>${w(e.slotDigest)}</dd>
          </div>`}
    <div>
      <dt>Signed by</dt>
      <dd>${$r(e.signature)}</dd>
    </div>
    <div>
      <dt>Platform</dt>
      <dd>${Qe(e.platform)}</dd>
    </div>
    <div>
      <dt>By hand</dt>
      <dd>${r.map(o=>n`<pre><code>${o}</code></pre>`)}</dd>
    </div>
  </dl>`}function $r(e){if(e.kind==="unchecked")return n`<span class="absent">not checked: no trust file</span>`;let t=e.keys.map(r=>w(r));return e.kind==="run"?n`${t} <span class="quiet">a key that lived for one run</span>`:t}var et=(e,t)=>`echo "${t.slice(t.indexOf(":")+1)}  ${e}" | sha256sum --check`;function tt(e){let{threads:t,tickets:r,checks:o}=e,i=t.known&&t.value.resolved<t.value.total;return n`<details${i?" open":""}>
    <summary>Review: ${Rr(e)}</summary>
    <dl class="facts">
      ${f("Asked",`${rt(e.asked)}; ${u(e.counted,"approval")} counted`)}
      ${f("Class",xr(e))}
      ${f("Threads",x(t,Sr))}
      ${f("Tickets",x(r,Mr))}
      ${o.known&&o.value.length>0?null:f("Checks",x(o,()=>"none reported"))}
    </dl>
    ${o.known&&o.value.length>0?S("Checks of this change, and who made each",Pr,o.value):null}
  </details>`}function Rr({counted:e,threads:t,tickets:r}){return[u(e,"approval"),t.known?`${t.value.resolved} of ${u(t.value.total,"thread")} resolved`:"threads not known",r.known?u(r.value.length,"ticket"):"tickets not known"].join(", ")}var rt=({minimum:e,roles:t})=>`${u(e,"approval")}${t.length===0?"":`, of which one each from ${t.join(", ")}`}`;function xr({class:e,elevated:t}){if(e==="ordinary")return"ordinary: it leaves the gate itself alone";let r=t===null?"the registry asks for no more than of any change":`needs ${rt(t)}`;return e==="elevated"?n`${h("caution","elevated")} it touches the gate itself; ${r}`:n`${h("bad","unknown")} nobody read all its files; ${r}`}function Sr({total:e,resolved:t,security:r}){let o=r===0?"":`; ${r} marked security`;return e===0?"none":`${u(e,"thread")}, ${t} resolved${o}`}var Mr=e=>e.length===0?n`<span class="absent">none linked</span>`:e.map(t=>n`<code class="rule">${t}</code>`),Pr=[{head:"Check",names:!0,cell:e=>n`<code>${e.name}</code>`},{head:"Ended in",cell:e=>e.conclusion.replaceAll("_"," ")},{head:"Made by",cell:e=>n`app
      ${e.app}${e.workflow===null?n`<br /><span class="quiet">no workflow</span>`:n`<br /><code>${e.workflow}</code>`}`},{head:"On commit",cell:e=>k(e.commit)},{head:"Attempt",numeric:!0,cell:e=>e.attempt}];function ot({changes:e}){return $({id:"changes",title:"Changes",lead:e.length===0?"No decision about a change is among the records shown.":"Every decision in the order in which it was made: first as one list to draw a sample from, then each with what the rules answered, the records it rests on, and how to check it by hand.",body:e.length===0?null:[Ze(e),...e.map(Cr)]})}function Cr(e){let t=e.rules.filter(({status:r})=>_(r)).length;return n`<article id="${e.anchor}" class="change">
<header>
<p class="kicker">${L(e)} <span>${g(e.decidedAt)}</span></p>
<h3>${e.title}</h3>
<p class="commit">Commit ${w(e.commit)}</p>
<p class="given">${e.facts==="given"?h("caution","facts given, not read"):h("quiet","facts read live by the run")}</p>
${e.outcome==="provisional"?n`<p class="commit">Only reviews were missing. It let the change into the merge queue and satisfies nothing: the queue judged it again.</p>`:null}
${e.error===null?null:n`<p class="error">${e.error}</p>`}
</header>
<details${t>0?" open":""}><summary>Decision: ${Or(e.rules)}</summary>
${S("What each rule answered",Tr,e.rules)}
<dl class="proof">
${Y("Policy",e.policy)}${Y("Input",e.input)}${Y("To be kept",e.retentionYears===null?null:u(e.retentionYears,"year"))}
</dl></details>
${e.review===null?null:tt(e.review)}
${e.environment===null?null:Xe(e.environment)}
<details><summary>Evidence: ${u(e.evidence.length,"record")}</summary>
${S("Records of this change",_r,e.evidence)}</details>
<details><summary>Proof: place, digest, and how to check each record by hand</summary>
<p class="note">Run these in the folder of the ledger. Each prints <code>OK</code> when the bytes are what was sealed.</p>
${e.evidence.map(r=>n`<h4>${r.kind}</h4>
      ${T(r.proof)}`)}</details>
</article>
`}var Y=(e,t)=>t===null?null:f(e,t.startsWith("sha256:")?w(t):t);function Or(e){let t=o=>e.filter(i=>i.status===o).length,r=["fail","unknown","waived","pass","not_applicable"].filter(o=>t(o)>0);return r.length===0?"no rule answered":r.map(o=>`${t(o)} ${nt[o][1]}`).join(", ")}var nt={pass:["good","passed"],fail:["bad","failed"],waived:["caution","waived"],unknown:["bad","unknown"],not_applicable:["quiet","not applicable"]},Er={pass:"proved",fail:"no reason recorded",waived:"no reason recorded",unknown:"no reason recorded",not_applicable:"nothing in this change to judge by it"};function Dr(e){let[t,r]=nt[e.status];return n`${h(t,r)}${e.mode==="enforce"?null:n` <span class="mode">${e.mode} only</span>`}`}var Tr=[{head:"Rule",names:!0,cell:e=>n`<code>${e.id}</code><br /><span class="quiet">${e.title}</span>`},{head:"Answer",cell:Dr},{head:"Why",cell:e=>e.reasons.length===0&&e.exception===null?n`<span class="quiet">${Er[e.status]}</span>`:n`${e.reasons.map(t=>n`<span class="reason">${t}</span>`)}${e.exception===null?null:n`<span class="reason">exception ${e.exception}</span>`}`},{head:"Controls",cell:e=>e.controls.length===0?"none":e.controls.join(", ")}],_r=[{head:"Kind",names:!0,cell:e=>n`<code>${e.kind}</code>`},{head:"Outcome",cell:e=>e.outcome??"not stated"},{head:"Time",cell:e=>g(e.at)},{head:"Slot",numeric:!0,cell:e=>e.proof.slot},{head:"Position",numeric:!0,cell:e=>e.proof.position},{head:"Digest",cell:e=>k(e.proof.record)}];var Ar=/^[\w%+,./:=@-]+$/,H=e=>Ar.test(e)?e:`'${e.replaceAll("'",String.raw`'\''`)}'`;var W=e=>e%864e5===0?it(e):null,B=e=>e%864e5===0?it(e-864e5):null,it=e=>new Date(e).toISOString().slice(0,10);function st({scope:e,verification:t}){return $({id:"checking",title:"Checking this page",lead:"Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.",body:n`<ol class="steps">
      <li>
        Verify the ledger again, with a trust file and a receipt that you were given another way:
        <pre><code>proofrail verify --ledger ${H(e.ledger)} --trust trust.json --receipt receipt.json</code></pre>
      </li>
      <li>
        Make this page again, with the same trust file and receipts. The same records give the same bytes:
        <pre><code>${qr(e,t)}</code></pre>
      </li>
      <li>
        <code>[text 7ceeb2f614c0, 10 bytes]</code> stands for a text of outsiders, which the ledger never keeps: the first digits
        of its SHA-256, and its length. Whoever has the text can compare.
      </li>
      <li>Check single records with <code>sha256sum</code> alone: the command stands under <em>Proof</em> of each change.</li>
    </ol>`})}function qr({ledger:e,stream:t,control:r,asked:o},{trusted:i,receipts:a}){return["proofrail","report",...[["--ledger",e],...i?[["--trust","trust.json"]]:[],...Array.from({length:a},(l,d)=>["--receipt",a===1?"receipt.json":`receipt-${d+1}.json`]),...t===null?[]:[["--stream",t]],...r===null?[]:[["--control",r]],...o.from===null?[]:[["--from",W(o.from)??at(o.from)]],...o.to===null?[]:[["--to",B(o.to)??at(o.to)]],["--out","again.html"]].flat().map(H)].join(" ")}var at=e=>new Date(e).toISOString();function lt(e){return`default-src 'none'; style-src 'sha256-${Nr("sha256").update(e).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`}function dt({coverage:e}){return $({id:"coverage",title:"Coverage by control",lead:e.length===0?"No rule answered for any control in the records shown.":"How often a rule answered for each control. A control that is not listed has no evidence here; a row without a failure supports its control, and no more than that.",body:e.length===0?null:S("Answers of rules, by control",Ir,e)})}var Ir=[{head:"Control",names:!0,cell:e=>n`<strong>${e.control}</strong>${e.title===null?null:n`<br /><span class="quiet">${e.title}</span>`}`},{head:"Rules",cell:e=>e.rules.map(t=>n`<code class="rule">${t}</code>`)},{head:"Passed",numeric:!0,cell:e=>e.passed},{head:"Failed",numeric:!0,cell:e=>e.failed},{head:"Waived",numeric:!0,cell:e=>e.waived},{head:"Unknown",numeric:!0,cell:e=>e.unknown},{head:"Not applicable",numeric:!0,cell:e=>e.notApplicable}];function ct({deviations:e,scope:t}){return $({id:"deviations",title:"Deviations",lead:jr(e,t.recordsShown),body:e.length===0?null:n`<ol class="deviations">
            ${e.map(Br)}
          </ol>`})}function jr(e,t){if(e.length>0){let r=e.some(({kind:o})=>o==="denied")?` ${Lr}`:"";return`${u(e.length,"deviation")}, the gravest first.${r}`}return t===0?"No record was found, so no deviation could be found either. This is not a result: it says that nothing was looked at.":"None in the records shown. A period without any deviation deserves a question too: is everything recorded?"}var Lr="A denial means that the control worked; it is listed because somebody should ask why.",Wr={verification:["bad","Verification"],bypass:["bad","Bypass"],error:["bad","Decision failed"],denied:["bad","Denied"],"missing-result":["caution","No result"],"exception-expired":["bad","Exception not valid"],"exception-used":["caution","Exception used"],warned:["caution","Warned only"],"unsigned-by-platform":["caution","Unsigned by the platform"],unrecognised:["caution","Not recognised"],"facts-given":["caution","Facts given, not read"]};function Br(e){let[t,r]=Wr[e.kind];return n`<li class="${t}">
    <p class="kicker">${h(t,r)}${e.at===null?null:n` <span>${g(e.at)}</span>`}</p>
    <h3>${e.anchor===null?e.title:n`<a href="#${e.anchor}">${e.title}</a>`}</h3>
    ${e.details.length===0?null:n`<ul>
            ${e.details.map(o=>n`<li>${o}</li>`)}
          </ul>`}
    ${e.controls.length===0?null:n`<p class="controls">Touches ${e.controls.join(", ")}</p>`}
  </li> `}function pt({images:e}){return $({id:"images",title:"Images",lead:e.length===0?"No record names an image digest.":"From what runs back to who allowed it. A link is as strong as the one who made it, so each says who did.",body:e.map(Kr)})}function Kr({anchor:e,digest:t,names:r,sboms:o,commits:i,deployments:a}){return n`<article id="${e}" class="image">
    <h3>${r.length===0?n`Image ${k(t)}`:r.join(", ")}</h3>
    <ol class="chain">
      <li>
        <span class="link">Digest</span>
        <div>${w(t)}</div>
      </li>
      <li>
        <span class="link">Bill of materials</span>
        <div>
          ${o.length===0?n`<span class="absent">none archived</span>`:o.map(s=>n`<p>
                        ${s.format},
                        ${s.components===null?"components not counted":u(s.components,"component")}, archived
                        ${g(s.at)}
                      </p>
                      <details>
                        <summary>Proof</summary>
                        <dl class="proof">
                          <div>
                            <dt>Document</dt>
                            <dd>${w(s.document)}</dd>
                          </div>
                        </dl>
                        ${T(s.proof)}
                      </details>`)}
        </div>
      </li>
      <li>
        <span class="link">Commit</span>
        <div>
          ${i.length===0?n`<span class="absent">no record links this digest to a commit</span>`:i.map(({commit:s,saidBy:l,change:d})=>n`<p>
                      ${d===null?w(s):n`<a href="#${d}">${w(s)}</a>`}
                      <span class="quiet">${l}</span
                      >${d===null?n` <span class="absent">no decision about this commit is shown</span>`:null}
                    </p>`)}
        </div>
      </li>
      <li>
        <span class="link">Deployments</span>
        <div>
          ${a.length===0?n`<span class="absent">none recorded</span>`:a.map(({environment:s,outcome:l,at:d,proof:p})=>n`<p>${s}: ${l}, ${g(d)}</p>
                      <details>
                        <summary>Proof</summary>
                        ${T(p)}
                      </details>`)}
        </div>
      </li>
    </ol>
  </article> `}function mt({landings:e}){return $({id:"landings",title:"Protected branch",lead:e.length===0?'No commit on a protected branch was verified in the records shown. Decisions alone do not say what was merged: "proofrail merges verify" does.':"Every commit that was looked at after it landed: its content is exactly what an allowed change gives there, or it is not.",body:e.map(Vr)})}var Fr={merged:["good","As allowed"],bypass:["bad","Bypass"],excepted:["caution","Bypass, excepted"],unverified:["bad","Not verified"]};function Vr(e){let{anchor:t,commit:r,at:o,state:i,how:a,pullRequest:s,change:l,exception:d,pushedBy:p,facts:c,proof:m}=e;return n`<article id="${t}" class="landing">
    <p class="kicker">${h(...Fr[i])} <span>${g(o)}</span></p>
    <p>${w(r)}</p>
    <p class="commit">${Ur([...zr(s,l),a])}</p>
    ${d===null?null:n`<p class="commit">exception ${d}</p>`}
    <p class="commit">
      ${p===null?"it is not known who pushed it":n`pushed by ${C(p)}`}${c==="given"?n`; ${h("caution","facts given, not read")}`:null}
    </p>
    <details>
      <summary>Proof</summary>
      ${T(m)}
    </details>
  </article>`}var Ur=e=>e.map((t,r)=>r===0?t:n`: ${t}`);function zr(e,t){if(e===null)return[];let r=`Pull request ${e}`;return[t===null?r:n`<a href="#${t}">${r}</a>`]}function ut({asked:e,covered:t,recordsInLedger:r}){let o=t===null?r===0?n`no record in it verifies`:n`no record falls in it`:n`records from ${g(t.from)} to ${g(t.to)}`;return n`${Gr(e)}; ${o}`}function Gr({from:e,to:t}){if(e===null&&t===null)return n`The whole ledger`;let r=e===null?n`From the beginning`:n`From ${W(e)??g(e)}`;if(t===null)return n`${r} until the last record`;let o=B(t);return n`${r} until ${o===null?n`before ${g(t)}`:n`the end of ${o} UTC`}`}function ht({scope:e,verification:t}){let r=Jr(t);return e.recordsShown>0?[r]:Yr.has(t.outcome)?[r,ft(e)]:[ft(e),r]}var Yr=new Set(["tampered","unavailable"]),Hr={verified:["good","Verified","Every slot and record was read, its signature and digest checked, and its place in the chain."],consistent:["caution","Consistent only","Nothing contradicts itself, but no trust file says whose signatures count: whoever holds any key could have written all of it."],tampered:["bad","Tampered","At least one object is not what its signature or digest says. Read the deviations before anything else."],unavailable:["caution","Not fully read","Part of the ledger could not be read, so nothing can be said about that part."],"nothing-checked":["caution","Nothing checked","The ledger holds nothing to verify. That is not a good result; it is no result."]};function Jr({outcome:e,streams:t}){let[r,o,i]=Hr[e];return gt(r,o,n`<p>${i}</p>
      <ul>
        ${t.map(({stream:a,slots:s,records:l,states:d})=>n`<li>
              Stream ${a}: ${u(l,"record")} in
              ${u(s,"slot")}${d.length===0?"":`; ${d.join(", ")}`}
            </li>`)}
      </ul>`)}function ft({recordsInLedger:e}){return gt("caution","Nothing to show",n`<p>${e===0?"No record of this ledger verifies, and none that does not is shown.":"No record falls into what was asked for."} That is not a good result; it is no result.</p>`)}var gt=(e,t,r)=>n`<div class="verdict ${e}">
    <p class="word">${h(e,t)}</p>
    <div>${r}</div>
  </div>`;function yt(e){let{scope:t,verification:r}=e;return n`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${ro(e)}</h1>
    <p class="period">${ut(t)}</p>
    ${ht(e)} ${no(e)}
    <dl class="facts">
      ${f("Ledger",w(t.ledger))}
      ${f(t.streams.length===1?"Stream":"Streams",t.streams.length===0?"none":t.streams.join(", "))}
      ${f("Assurance",oo[t.assurance])}
      ${t.notRetained.length===0?null:f("Kept",t.notRetained.map(Xr))}
      ${f("Trust",r.trust)} ${f("Order",r.order)}
      ${f("Receipts",Zr(r))} ${f("Shown",Qr(t))}
      ${t.recordsShown===0?null:f("Facts",eo(t.facts))}
      ${t.recordsShown===0?null:f("Platform",to(t))}
    </dl>
    <p class="disclaimer">
      This page supports ${t.control===null?"work on the controls it names":n`work on control ${t.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `}var Xr=e=>n`<p>${h("caution","no archive")} ${e}: these records were written into an artifact of a run</p>`,Zr=({receipts:e})=>e===0?"none held against the ledger: only a seal would show that the end was cut off":`${u(e,"receipt")} held against the ledger`,Qr=({recordsShown:e,recordsInLedger:t})=>t===0?"nothing: no record verifies":`${e===0?"none":e.toLocaleString("en-GB")} of ${u(t,"record")} that verify`,eo=({read:e,given:t})=>`${u(e,"record rests","records rest")} on facts read live, ${u(t,"record")} on facts that were handed over`;function to({vouchedFor:e,recordsShown:t}){if(e===0)return n`<a href="#writers">unsigned by the platform</a>: only the signing key stands behind the records`;let r=t-e;return n`<a href="#writers">vouches for ${u(e,"record")}</a
    >${r===0?"":`; ${u(r,"record")} unsigned by the platform`}`}function ro({scope:{control:e},coverage:t}){if(e===null)return n`Changes, evidence and proof`;let r=t.find(o=>o.control===e)?.title??null;return n`Evidence for ${e}${r===null?null:n`<span class="name">${r}</span>`}`}var oo={local:"local: tamper-evident by signatures; nothing on this medium prevents deletion",locked:"locked: write-once by Object Lock in COMPLIANCE mode",versioned:"versioned: a bucket that keeps every version; no lock in COMPLIANCE mode is known",volatile:"volatile: kept in memory only"};function no({changes:e,deviations:t,images:r,people:o}){let[i,a,s]=["allow","provisional","deny"].map(d=>e.filter(p=>p.outcome===d).length),l=[[t.length,t.length===1?"deviation":"deviations"],[e.length,e.length===1?"decision":"decisions"],[i,"allowed"],[s,"denied"],...a===0?[]:[[a,"provisional"]],[r.length,r.length===1?"image":"images"],[o,o===1?"approver":"approvers"]];return n`<ul class="figures">
    ${l.map(([d,p])=>n`<li><strong>${d.toLocaleString("en-GB")}</strong> ${p}</li>`)}
  </ul>`}var J=`
:root {
  color-scheme: light dark;
  --ground: #fbfaf6; --raised: #ffffff; --sunk: #f1efe8;
  --ink: #1d1c1a; --quiet: #5c5952; --rule: #d9d5ca; --link: #0b4f6c;
  --good: #17613a; --good-ground: #e6f2ea;
  --bad: #9c1c16; --bad-ground: #fbe9e6;
  --caution: #7a4b00; --caution-ground: #fbf0d9;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --raised: #1b1e24; --sunk: #22262d;
    --ink: #e9e6df; --quiet: #a7a39a; --rule: #363b44; --link: #8cc8e6;
    --good: #7fd0a0; --good-ground: #14291e;
    --bad: #ff9f94; --bad-ground: #331a18;
    --caution: #f0c36b; --caution-ground: #2e2512;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.55 var(--sans); text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 clamp(1rem, 4vw, 3.5rem); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: .86em; }
code.whole { overflow-wrap: anywhere; user-select: all; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet, .absent { color: var(--quiet); }
.absent { font-style: italic; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--raised); padding: .5rem 1rem; border: 2px solid var(--link); }
.skip:focus { top: 1rem; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 2.5rem; border-bottom: 1px solid var(--rule); }
.imprint { font: 600 .8rem/1 var(--sans); letter-spacing: .09em; text-transform: uppercase; }
.imprint span { color: var(--quiet); font-weight: 400; }
h1 { font-size: clamp(2.1rem, 6vw, 3.6rem); letter-spacing: -.015em; margin: 1.1rem 0 .7rem; }
h1 .name { display: block; margin-top: .3rem; font-size: .5em; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
.period { font: 1.1rem/1.5 var(--serif); color: var(--quiet); max-width: 46rem; }
.verdict { display: grid; gap: .35rem 1.75rem; margin: 2rem 0; padding: 1.15rem 1.4rem; border-left: 6px solid; border-radius: 0 4px 4px 0; }
.verdict .word { font: 600 1.5rem/1.25 var(--serif); }
.verdict .word .mark { padding: 0; background: none; font: inherit; letter-spacing: 0; }
.verdict + .verdict { margin-top: -1rem; }
.verdict ul { color: var(--ink); font-size: .92rem; margin-top: .35rem; }
.verdict.good { border-color: var(--good); background: var(--good-ground); }
.verdict.bad { border-color: var(--bad); background: var(--bad-ground); }
.verdict.caution { border-color: var(--caution); background: var(--caution-ground); }
.figures { display: flex; flex-wrap: wrap; gap: .8rem 2.75rem; margin: 0 0 2rem; }
.figures li { color: var(--quiet); font-size: .92rem; }
.figures strong { display: block; font: 500 2.1rem/1.1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums tabular-nums; }
.facts { display: grid; gap: .5rem; }
.facts > div, .proof > div { display: grid; grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr); gap: 0 1.25rem; }
dt { color: var(--quiet); }
.disclaimer { margin-top: 1.75rem; max-width: 46rem; font: italic 1.02rem/1.55 var(--serif); color: var(--quiet); }

.columns { display: block; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
nav a { text-decoration: none; padding: .25rem 0; display: inline-block; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; }
section { padding: 3rem 0 1rem; }
h2 { font-size: clamp(1.6rem, 4vw, 2.1rem); letter-spacing: -.01em; }
h3 { font-size: 1.25rem; overflow-wrap: anywhere; }
h4 { margin: 1.4rem 0 .4rem; font: 600 .86rem/1.4 var(--mono); }
.lead { max-width: 46rem; margin: .55rem 0 1.6rem; color: var(--quiet); }

.mark { display: inline-flex; align-items: baseline; gap: .38em; padding: .1em .6em .12em .5em; border-radius: 3px; font: 600 .82rem/1.5 var(--sans); white-space: nowrap; }
.mark.good { color: var(--good); background: var(--good-ground); }
.mark.bad { color: var(--bad); background: var(--bad-ground); }
.mark.caution { color: var(--caution); background: var(--caution-ground); }
.mark.quiet { color: var(--quiet); background: var(--sunk); }
.shape { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", var(--sans); font-size: .9em; }
.kicker { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .9rem; margin-bottom: .5rem; color: var(--quiet); font-size: .9rem; }

.deviations { counter-reset: deviation; border-top: 1px solid var(--rule); }
.deviations > li { counter-increment: deviation; position: relative; padding: 1.3rem 0 1.3rem 3.4rem; border-bottom: 1px solid var(--rule); }
.deviations > li::before { content: counter(deviation); position: absolute; left: 0; top: 1.1rem; width: 2.4rem; text-align: right; font: 500 1.7rem/1.2 var(--serif); color: var(--quiet); font-variant-numeric: lining-nums tabular-nums; }
.deviations ul { margin-top: .5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; }
.deviations ul li { padding-left: 1.1rem; position: relative; overflow-wrap: anywhere; }
.deviations ul li::before { content: "\u2013"; position: absolute; left: 0; color: var(--quiet); }
.controls { margin-top: .6rem; color: var(--quiet); font-size: .9rem; }

.change, .image, .landing { margin: 0 0 1.75rem; padding: 1.35rem clamp(1rem, 3vw, 1.75rem); background: var(--raised); border: 1px solid var(--rule); border-radius: 5px; }
.change:target, .image:target, .landing:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.commit { margin-top: .35rem; color: var(--quiet); font-size: .92rem; }
table + .change { margin-top: 1.75rem; }
.given, .error { margin-top: .6rem; }
.error { color: var(--bad); }
details { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; padding: .15rem 0; }
summary::marker { color: var(--quiet); }
details > .facts { gap: .35rem; margin-top: .6rem; font-size: .92rem; }
.note { margin: .6rem 0; color: var(--quiet); font-size: .92rem; }

table { width: 100%; border-collapse: collapse; margin: .9rem 0 .4rem; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding-bottom: .45rem; }
thead th { text-align: left; font: 600 .78rem/1.3 var(--sans); letter-spacing: .035em; text-transform: uppercase; color: var(--quiet); border-bottom: 1.5px solid var(--ink); padding: 0 1.1rem .45rem 0; vertical-align: bottom; }
tbody th, td { text-align: left; font-weight: 400; vertical-align: top; padding: .6rem 1.1rem .6rem 0; border-bottom: 1px solid var(--rule); }
tbody tr:last-child > * { border-bottom: 0; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.value { display: inline-block; min-width: 0; max-width: 100%; }
.reason { display: block; }
.reason + .reason { margin-top: .3rem; }
.rule { display: block; }
.mode { color: var(--quiet); font-size: .85rem; white-space: nowrap; }

.proof { display: grid; gap: .35rem; font-size: .92rem; margin-top: .5rem; }
pre { margin: .35rem 0; padding: .75rem .9rem; background: var(--sunk); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.proof code { font-size: .8rem; }
.chain { margin-top: 1rem; }
.chain > li { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .2rem 1.25rem; padding: .2rem 0 1.1rem 1.4rem; border-left: 2px solid var(--rule); position: relative; }
.chain > li::before { content: ""; position: absolute; left: -6px; top: .55rem; width: 10px; height: 10px; border-radius: 50%; background: var(--raised); border: 2px solid var(--quiet); }
.chain > li:last-child { border-left-color: transparent; padding-bottom: 0; }
.chain details { border-top: 0; padding-top: 0; margin-top: .2rem; }
.link { color: var(--quiet); }
.steps { counter-reset: step; display: grid; gap: 1.1rem; max-width: 58rem; }
.steps li { counter-increment: step; position: relative; padding-left: 2.1rem; }
.steps li::before { content: counter(step) "."; position: absolute; left: 0; font-family: var(--serif); color: var(--quiet); }
footer { margin-top: 3rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }

@media (min-width: 48rem) {
  .verdict { grid-template-columns: auto minmax(0, 1fr); align-items: baseline; }
}
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 3.5rem; }
  nav ul { position: sticky; top: 0; flex-direction: column; border: 0; padding: 3.5rem 0 0; }
}
@media (max-width: 42rem) {
  table, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
  tbody tr:last-child { border-bottom: 0; }
  tbody th, tbody td { display: grid; grid-template-columns: 4.9rem minmax(0, 1fr); gap: .75rem; padding: .18rem 0; border: 0; text-align: left; }
  tbody th::before, tbody td::before { content: attr(data-label); color: var(--quiet); font-size: .86rem; padding-top: .1rem; }
  tbody .number { text-align: left; }
  code { overflow-wrap: anywhere; }
  .proof > div, .chain > li { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 5rem minmax(0, 1fr); gap: 0 .75rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.6rem, 1fr)); gap: .9rem .75rem; }
  .verdict { margin: 1.5rem 0; padding: 1rem 1.1rem; }
  .deviations > li { padding-left: 2.3rem; }
  .deviations > li::before { width: 1.5rem; text-align: left; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --raised: #fff; --sunk: #f4f4f4; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --good: #17613a; --good-ground: #fff; --bad: #9c1c16; --bad-ground: #fff; --caution: #7a4b00; --caution-ground: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .columns { display: block; }
  .mark { padding: 0; }
  h2, h3, summary, caption { break-after: avoid; }
  tr, .deviations > li, .proof > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  a { text-decoration: none; }
}
`;function vt({writers:e}){return $({id:"writers",title:"Who wrote the records",lead:e.length===0?"There is no record, so nobody wrote one.":"The platform signs for each record which repository, workflow and run wrote it with which key. Where it does not, only the key stands behind the record.",body:e.length===0?null:S("Records by the workflow that wrote them",ao,e)})}var io=4,ao=[{head:"Platform says",names:!0,cell:so},{head:"Runner",cell:({platform:e})=>"runner"in e?lo(e.runner):"not known"},{head:"Signed with",cell:({signature:e})=>co[e]},{head:"Runs",cell:({runs:e})=>po(e)},{head:"Records",numeric:!0,cell:({records:e})=>e}];function so({platform:e}){switch(e.kind){case"verified":return n`${h("good","vouched for")} repository ${e.repository}, on ${e.event}<br />${w(e.workflow)}<br /><span
          class="quiet"
          >workflow at ${k(e.workflowCommit)}</span
        >`;case"countersigned":return n`${h("good","erased, countersigned")} repository ${e.repository}, on ${e.event}<br /><span
          class="quiet"
          >workflow at ${k(e.workflowCommit)}</span
        >`;case"unverified":return G(e.why);case"none":return h("caution",z)}}var lo=e=>e==="self-hosted"?h("caution","self-hosted"):e,co={lasting:"a key of the trust file",run:"a key that lived for one run",unchecked:"not checked: no trust file"},po=e=>e.length===0?n`<span class="absent">none named</span>`:e.length<=io?e.map(t=>n`<span class="rule">${t}</span>`):n`${e[0]??""} to ${e.at(-1)??""}, ${u(e.length,"run")}`;var mo=new A(`<style>${J}</style>`),uo=[["deviations","Deviations"],["changes","Changes"],["landings","Protected branch"],["images","Images"],["approvals","Approvals"],["coverage","Coverage"],["writers","Writers"],["checking","Checking"]];function bt(e){let{control:t}=e.scope;return n`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${lt(J)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${t===null?"Proofrail evidence report":`${t}: Proofrail evidence report`}</title>
        ${mo}
      </head>
      <body>
        <a class="skip" href="#deviations">Skip to deviations</a>
        ${yt(e)}
        <div class="columns">
          <nav aria-label="Contents">
            <ul>
              ${uo.map(([r,o])=>n`<li><a href="#${r}">${o}</a></li>`)}
            </ul>
          </nav>
          <main>
            ${ct(e)}${ot(e)}${mt(e)}${pt(e)}${Je(e)}${dt(e)}${vt(e)}${st(e)}
          </main>
        </div>
        <footer><p>Made by Proofrail from signed records. It supports an audit; it does not replace one.</p></footer>
      </body>
    </html> `.text}async function wt(e,t,r){let o=[];for(let{stream:i}of t.streams){let a=new Map;for await(let s of ce(e,i,{...r,onFinding:()=>{}}))a.has(s.slot)||a.set(s.slot,await fo(e,s)),o.push({placed:s,record:ho(s),slotDigest:a.get(s.slot)??null})}return o}async function fo(e,{stream:t,slot:r}){let o=await e.read(ne(t,r));return o.kind==="found"?q(o.bytes):null}function ho({statement:e,name:t}){try{return re(e,t)}catch(r){if(!(r instanceof Q))throw r;return{kind:"unrecognised",predicateType:e.predicateType,subject:e.subject}}}async function js(e,t){let r=await pe(e,t),o=go(r),{store:i,retention:a,given:s}=await ve(r,t),l=await ye(i,s);if(l.outcome==="invalid")throw vo(r);let{trust:d,attachments:p}=s,c=d===void 0?{}:{trust:d,...p===void 0?{}:{attachments:p}},m=await wt(i,l,c),R=Ge(m,l,se().manifest,o),M=bt(R);return ue(r.out,M),{outcome:yo(l.outcome,R),json:{report:r.out,digest:q(M),selection:bo(o),shown:kt(R),verification:ke(l,a)},text:O=>[we(l,a,O),"",wo(R),"",me(r.out)].join(`
`)}}function go({control:e,stream:t,from:r,to:o}){if(e!==void 0&&I(e)===null)throw X("report/unknown-control","a control such as A.8.32 or CC8.1",e,"--control",'"proofrail controls" prints those that have a rule');if(r!==void 0&&o!==void 0&&r>=o)throw X("report/period","a period that begins before it ends",`${K(r)} to ${K(o)}`,"--from and --to","swap the two");return{...e===void 0?{}:{control:e},...t===void 0?{}:{stream:t},...r===void 0?{}:{from:r},...o===void 0?{}:{to:o}}}var yo=(e,{scope:t})=>t.recordsShown===0?ie(["invalid",e]):e;function vo({ledger:e}){return X("report/nothing","a ledger that holds something","nothing",e,"check the URI; a page about nothing would look like a good one")}function X(e,t,r,o,i){return new ee(e,{expected:t,found:r,at:o,doThis:i})}var K=e=>new Date(e).toISOString(),bo=({control:e,from:t,to:r})=>({control:e??null,from:t===void 0?null:K(t),to:r===void 0?null:K(r)}),kt=({scope:e,deviations:t,changes:r,images:o})=>({records:e.recordsShown,deviations:t.length,changes:r.length,images:o.length});function wo(e){let{records:t,deviations:r,changes:o,images:i}=kt(e);return t===0?`${e.scope.recordsInLedger===0?"no record verifies":"no record falls into what was asked for"}: the page says so, and this is not a good result`:`${E(r,"deviation")}, ${E(o,"decision")}, ${E(i,"image")} from ${E(t,"record")}`}export{js as writeReport};
